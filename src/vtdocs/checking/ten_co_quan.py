"""Names of Vietnamese bodies as they are written, and other names with capitals of their own."""

from __future__ import annotations

__all__ = [
    "BI_DANH",
    "CO_QUAN",
    "HAI_CACH",
    "HUAN_CHUONG",
    "NGAY_LE",
    "PHONG",
    "TEN_RIENG",
    "TINH",
    "TU_CO_QUAN",
    "VUNG",
]

# Phụ lục II, Mục IV, khoản 1: capitals for the words that say what kind of body it is, what it does and in which field.
# Only names whose writing is not disputed: "Ủy ban thường vụ Quốc hội", "Viện kiểm sát nhân dân" have two, both printed
# in laws, and are not here.
CO_QUAN = (
    "Ủy ban nhân dân", "Hội đồng nhân dân", "Tòa án nhân dân tối cao", "Mặt trận Tổ quốc Việt Nam",
    "Bộ Nội vụ", "Bộ Tài chính", "Bộ Công an", "Bộ Quốc phòng", "Bộ Tư pháp", "Bộ Công Thương", "Bộ Ngoại giao",
    "Bộ Y tế", "Bộ Giáo dục và Đào tạo", "Bộ Khoa học và Công nghệ", "Bộ Nông nghiệp và Môi trường",
    "Bộ Văn hóa, Thể thao và Du lịch", "Bộ Dân tộc và Tôn giáo", "Bộ Xây dựng", "Bộ Tài nguyên và Môi trường",
    "Bộ Kế hoạch và Đầu tư", "Bộ Giao thông vận tải", "Bộ Thông tin và Truyền thông",
    "Bộ Lao động - Thương binh và Xã hội", "Bộ Nông nghiệp và Phát triển nông thôn",
    "Sở Nội vụ", "Sở Tài chính", "Sở Tư pháp", "Sở Công Thương", "Sở Y tế", "Sở Giáo dục và Đào tạo",
    "Sở Khoa học và Công nghệ", "Sở Nông nghiệp và Môi trường", "Sở Văn hóa, Thể thao và Du lịch", "Sở Xây dựng",
    "Sở Dân tộc và Tôn giáo", "Sở Tài nguyên và Môi trường", "Sở Kế hoạch và Đầu tư",
    "Văn phòng Chính phủ", "Văn phòng Quốc hội", "Văn phòng Chủ tịch nước", "Văn phòng Trung ương Đảng",
    "Thanh tra Chính phủ", "Ngân hàng Nhà nước Việt Nam", "Kho bạc Nhà nước",
    "Bảo hiểm xã hội Việt Nam", "Thông tấn xã Việt Nam", "Đài Truyền hình Việt Nam", "Đài Tiếng nói Việt Nam",
    "Ban Chấp hành Trung ương", "Đảng Cộng sản Việt Nam", "Tổng Liên đoàn Lao động Việt Nam",
    "Hội Liên hiệp Phụ nữ Việt Nam", "Hội Nông dân Việt Nam", "Hội Cựu chiến binh Việt Nam",
    "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
    "Hội Nông dân", "Hội Liên hiệp Phụ nữ", "Hội Cựu chiến binh", "Quốc hội", "Ban Thường vụ", "Công an nhân dân",
    "Quân đội nhân dân", "Văn phòng Hội đồng nhân dân", "Văn phòng HĐND", "Văn phòng Ủy ban nhân dân",
    "Văn phòng UBND", "Văn phòng Đảng ủy", "Trung tâm Phục vụ hành chính công", "Phòng Văn hóa - Xã hội",
)  # fmt: skip

# Of the names above, other writings that are printed by those who bear them.
HAI_CACH = frozenset(
    (
        "Ban thường vụ", "Công an Nhân dân", "Quân đội Nhân dân", "Trung tâm Phục vụ Hành chính công",
        "Trung tâm phục vụ hành chính công",
    )
)  # fmt: skip

# Units of a commune under Nghị định số 150/2025/NĐ-CP.
PHONG = ("Phòng Kinh tế", "Phòng Văn hóa - Xã hội")

# Phụ lục II, Mục III, khoản 1, điểm đ: regions named by where they lie.
VUNG = ("Tây Bắc", "Đông Bắc", "Tây Nguyên", "Bắc Bộ", "Nam Bộ", "Bắc Trung Bộ", "Đông Nam Bộ", "Tây Nam Bộ")

# Mục V, khoản 5: the first letter of each is a capital; the others are as the decree, or the law of the day, prints it.
NGAY_LE = (
    "Quốc khánh", "Tổng tuyển cử đầu tiên", "Quốc tế Lao động", "Quốc tế Phụ nữ", "Phụ nữ Việt Nam",
    "Nhà giáo Việt Nam", "Thầy thuốc Việt Nam", "Gia đình Việt Nam", "Doanh nhân Việt Nam", "Thương binh - Liệt sĩ",
    "Chuyển đổi số quốc gia", "Báo chí cách mạng Việt Nam", "Quốc tế Thiếu nhi",
)  # fmt: skip

# Mục V, khoản 2, and Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022, Điều 33.
HUAN_CHUONG = (
    "Sao vàng", "Hồ Chí Minh", "Độc lập", "Quân công", "Lao động", "Bảo vệ Tổ quốc", "Chiến công",
    "Đại đoàn kết dân tộc", "Dũng cảm", "Hữu nghị",
)  # fmt: skip

# Fixed writings of Phụ lục II, each with where it stands there.
TEN_RIENG = (
    ("Thành phố Hồ Chí Minh", "Mục III, khoản 1, điểm c"),
    ("Thủ đô Hà Nội", "Mục III, khoản 1, điểm c"),
    ("Liên hợp quốc", "Mục IV, khoản 2, điểm a"),
    ("Tổ chức Y tế thế giới", "Mục IV, khoản 2, điểm a"),
    ("Thủ tướng Chính phủ", "Mục V, khoản 3"),
    ("Chủ tịch Quốc hội", "Mục V, khoản 3"),
)

# The provinces and cities of today, and those that were merged on 1 July 2025.
TINH = (
    "Tuyên Quang", "Cao Bằng", "Lai Châu", "Lào Cai", "Thái Nguyên", "Điện Biên", "Lạng Sơn", "Sơn La", "Phú Thọ",
    "Bắc Ninh", "Quảng Ninh", "Hưng Yên", "Ninh Bình", "Thanh Hóa", "Nghệ An", "Hà Tĩnh", "Quảng Trị", "Quảng Ngãi",
    "Gia Lai", "Đắk Lắk", "Khánh Hòa", "Lâm Đồng", "Đồng Nai", "Tây Ninh", "Đồng Tháp", "Vĩnh Long", "An Giang",
    "Cà Mau", "Bắc Kạn", "Hà Giang", "Yên Bái", "Hòa Bình", "Vĩnh Phúc", "Bắc Giang", "Hải Dương", "Thái Bình",
    "Hà Nam", "Nam Định", "Quảng Bình", "Quảng Nam", "Kon Tum", "Bình Định", "Phú Yên", "Ninh Thuận", "Bình Thuận",
    "Đắk Nông", "Bình Phước", "Bình Dương", "Bà Rịa - Vũng Tàu", "Long An", "Tiền Giang", "Bến Tre", "Trà Vinh",
    "Hậu Giang", "Sóc Trăng", "Bạc Liêu", "Kiên Giang",
)  # fmt: skip

# The first words of a name of a body, by which a cell or a line of recipients is known to be one.
TU_CO_QUAN = (
    "Văn phòng", "Trung tâm", "Phòng", "Ban", "Ủy ban", "Hội đồng", "Bộ phận", "Công an", "Trạm", "Trường", "Chi cục",
    "Sở", "Hội", "Đoàn", "Tổ", "Ban Quản lý", "Ban Chỉ huy", "Kho bạc", "Thuế",
)  # fmt: skip

# One body under names that differ in more than their writing: Nghị định 118/2025/NĐ-CP calls the one-stop desk of a
# commune its Trung tâm Phục vụ hành chính công.
BI_DANH = (("trung tâm phục vụ hành chính công", "bộ phận một cửa", "bộ phận tiếp nhận và trả kết quả"),)
