"""Laws and other papers that are often cited: when they were issued, and what stands in their place today.

Collected from public copies of the papers, of their successors and of lists of laws, not each from the Công báo: so
what rests on this table is advice and never an error. A paper that is not here is not judged: the table need not be
whole. Days are ISO 8601.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from msgspec import Struct

__all__ = ["TEN_LUAT", "THEO_SO", "VanBanPhapLuat", "luat_cua"]


class VanBanPhapLuat(Struct, frozen=True):
    """A paper: number with symbol, name as it is cited, the day of issue.

    `ended` is the day from which it is no longer in force, with `successor` in its place; None while it is.
    """

    symbol: str
    name: str
    issued: date
    ended: date | None = None
    successor: str = ""

    @property
    def is_law(self) -> bool:
        """Whether it is cited by its name alone: luật, bộ luật, pháp lệnh."""
        return self.name.startswith(("Luật", "Bộ luật", "Pháp lệnh"))


def _row(symbol: str, name: str, issued: str, ended: str = "", successor: str = "") -> VanBanPhapLuat:
    return VanBanPhapLuat(
        symbol, name, date.fromisoformat(issued), date.fromisoformat(ended) if ended else None, successor
    )


# fmt: off
_ROWS = (
    _row("77/2015/QH13", "Luật Tổ chức chính quyền địa phương", "2015-06-19", "2025-03-01",
         "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"),
    _row("65/2025/QH15", "Luật Tổ chức chính quyền địa phương", "2025-02-19", "2025-06-16",
         "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"),
    _row("72/2025/QH15", "Luật Tổ chức chính quyền địa phương", "2025-06-16"),
    _row("76/2015/QH13", "Luật Tổ chức Chính phủ", "2015-06-19", "2025-03-01",
         "Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025"),
    _row("63/2025/QH15", "Luật Tổ chức Chính phủ", "2025-02-18"),
    _row("80/2015/QH13", "Luật Ban hành văn bản quy phạm pháp luật", "2015-06-22", "2025-04-01",
         "Luật Ban hành văn bản quy phạm pháp luật ngày 19 tháng 02 năm 2025"),
    _row("64/2025/QH15", "Luật Ban hành văn bản quy phạm pháp luật", "2025-02-19"),
    _row("22/2008/QH12", "Luật Cán bộ, công chức", "2008-11-13", "2025-07-01",
         "Luật Cán bộ, công chức ngày 24 tháng 6 năm 2025"),
    _row("80/2025/QH15", "Luật Cán bộ, công chức", "2025-06-24"),
    _row("01/2011/QH13", "Luật Lưu trữ", "2011-11-11", "2025-07-01", "Luật Lưu trữ ngày 21 tháng 6 năm 2024"),
    _row("33/2024/QH15", "Luật Lưu trữ", "2024-06-21"),
    _row("59/2014/QH13", "Luật Căn cước công dân", "2014-11-20", "2024-07-01",
         "Luật Căn cước ngày 27 tháng 11 năm 2023"),
    _row("26/2023/QH15", "Luật Căn cước", "2023-11-27"),
    _row("45/2013/QH13", "Luật Đất đai", "2013-11-29", "2024-08-01", "Luật Đất đai ngày 18 tháng 01 năm 2024"),
    _row("31/2024/QH15", "Luật Đất đai", "2024-01-18"),
    _row("51/2005/QH11", "Luật Giao dịch điện tử", "2005-11-29", "2024-07-01",
         "Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023"),
    _row("20/2023/QH15", "Luật Giao dịch điện tử", "2023-06-22"),
    _row("29/2018/QH14", "Luật Bảo vệ bí mật nhà nước", "2018-11-15", "2026-03-01",
         "Luật Bảo vệ bí mật nhà nước năm 2025"),
    _row("15/2003/QH11", "Luật Thi đua, khen thưởng", "2003-11-26", "2024-01-01",
         "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"),
    _row("06/2022/QH15", "Luật Thi đua, khen thưởng", "2022-06-15"),
    _row("34/2007/PL-UBTVQH11", "Pháp lệnh Thực hiện dân chủ ở xã, phường, thị trấn", "2007-04-20", "2023-07-01",
         "Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022"),
    _row("10/2022/QH15", "Luật Thực hiện dân chủ ở cơ sở", "2022-11-10"),
    _row("83/2015/QH13", "Luật Ngân sách nhà nước", "2015-06-25", "2026-01-01",
         "Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2025"),
    _row("89/2025/QH15", "Luật Ngân sách nhà nước", "2025-06-25"),
    _row("58/2014/QH13", "Luật Bảo hiểm xã hội", "2014-11-20", "2025-07-01",
         "Luật Bảo hiểm xã hội ngày 29 tháng 6 năm 2024"),
    _row("41/2024/QH15", "Luật Bảo hiểm xã hội", "2024-06-29"),
    _row("43/2013/QH13", "Luật Đấu thầu", "2013-11-26", "2024-01-01", "Luật Đấu thầu ngày 23 tháng 6 năm 2023"),
    _row("22/2023/QH15", "Luật Đấu thầu", "2023-06-23"),
    # Công tác văn thư: Điều 37 of the decree itself.
    _row("110/2004/NĐ-CP", "Nghị định về công tác văn thư", "2004-04-08", "2020-03-05",
         "Nghị định số 30/2020/NĐ-CP"),
    _row("09/2010/NĐ-CP", "Nghị định sửa đổi, bổ sung Nghị định số 110/2004/NĐ-CP", "2010-02-08", "2020-03-05",
         "Nghị định số 30/2020/NĐ-CP"),
    _row("30/2020/NĐ-CP", "Nghị định về công tác văn thư", "2020-03-05"),
    _row("01/2011/TT-BNV", "Thông tư hướng dẫn thể thức và kỹ thuật trình bày văn bản hành chính", "2011-01-19",
         "2020-03-05", "Nghị định số 30/2020/NĐ-CP"),
    _row("09/2019/NĐ-CP", "Nghị định về chế độ báo cáo của cơ quan hành chính nhà nước", "2019-01-24"),
    # Một cửa.
    _row("61/2018/NĐ-CP", "Nghị định về cơ chế một cửa, một cửa liên thông", "2018-04-23", "2025-07-01",
         "Nghị định số 118/2025/NĐ-CP"),
    _row("107/2021/NĐ-CP", "Nghị định sửa đổi Nghị định số 61/2018/NĐ-CP", "2021-12-06", "2025-07-01",
         "Nghị định số 118/2025/NĐ-CP"),
    _row("118/2025/NĐ-CP", "Nghị định về cơ chế một cửa, một cửa liên thông", "2025-06-09"),
    _row("150/2025/NĐ-CP", "Nghị định về cơ quan chuyên môn thuộc Ủy ban nhân dân", "2025-06-12"),
    _row("34/2016/NĐ-CP", "Nghị định hướng dẫn Luật Ban hành văn bản quy phạm pháp luật", "2016-05-14", "2025-04-01",
         "Nghị định số 78/2025/NĐ-CP"),
    _row("154/2020/NĐ-CP", "Nghị định sửa đổi Nghị định số 34/2016/NĐ-CP", "2020-12-31", "2025-04-01",
         "Nghị định số 78/2025/NĐ-CP"),
    _row("78/2025/NĐ-CP", "Nghị định hướng dẫn Luật Ban hành văn bản quy phạm pháp luật", "2025-04-01"),
    _row("01/2013/NĐ-CP", "Nghị định hướng dẫn Luật Lưu trữ", "2013-01-03", "2025-07-21",
         "Nghị định số 113/2025/NĐ-CP"),
    _row("113/2025/NĐ-CP", "Nghị định hướng dẫn Luật Lưu trữ", "2025-06-03"),
    _row("130/2018/NĐ-CP", "Nghị định về chữ ký số", "2018-09-27", "2025-04-10", "Nghị định số 23/2025/NĐ-CP"),
    _row("23/2025/NĐ-CP", "Nghị định về chữ ký điện tử và dịch vụ tin cậy", "2025-02-21"),
    _row("138/2020/NĐ-CP", "Nghị định về tuyển dụng, sử dụng và quản lý công chức", "2020-11-27", "2025-07-01",
         "Nghị định số 170/2025/NĐ-CP"),
    # Of the Party.
    _row("66-QĐ/TW", "Quy định về thể loại, thẩm quyền ban hành và thể thức văn bản của Đảng", "2017-02-06",
         "2026-01-09", "Quy định số 399-QĐ/TW"),
    _row("36-HD/VPTW", "Hướng dẫn thể thức và kỹ thuật trình bày văn bản của Đảng", "2018-04-03", "2026-05-27",
         "Hướng dẫn số 05-HD/VPTW"),
)

# Names of laws for the capitals of Phụ lục II, Mục V, khoản 6: the kind, and the first syllable of the title.
TEN_LUAT = (
    "Bộ luật Hình sự", "Bộ luật Dân sự", "Bộ luật Lao động", "Bộ luật Tố tụng hình sự", "Bộ luật Tố tụng dân sự",
    "Luật Đất đai", "Luật Lưu trữ", "Luật Căn cước", "Luật Giao dịch điện tử", "Luật Thi đua, khen thưởng",
    "Luật Tổ chức chính quyền địa phương", "Luật Tổ chức Chính phủ", "Luật Tổ chức Quốc hội",
    "Luật Cán bộ, công chức", "Luật Viên chức", "Luật Ngân sách nhà nước", "Luật Đấu thầu", "Luật Đầu tư công",
    "Luật Xây dựng", "Luật Quy hoạch", "Luật Nhà ở", "Luật Bảo vệ môi trường", "Luật Lâm nghiệp", "Luật Khiếu nại",
    "Luật Tố cáo", "Luật Tiếp công dân", "Luật Tiếp cận thông tin", "Luật Phòng, chống tham nhũng", "Luật Thanh tra",
    "Luật Cư trú", "Luật Hộ tịch", "Luật Giáo dục", "Luật Bảo hiểm xã hội", "Luật Bảo hiểm y tế", "Luật Trẻ em",
    "Luật Bình đẳng giới", "Luật Thực hiện dân chủ ở cơ sở", "Luật Phổ biến, giáo dục pháp luật",
    "Luật Ban hành văn bản quy phạm pháp luật", "Luật Xử lý vi phạm hành chính", "Luật Bảo vệ bí mật nhà nước",
    "Luật An ninh mạng", "Luật Kế toán", "Luật Doanh nghiệp", "Luật Hợp tác xã",
)
# fmt: on

THEO_SO: Mapping[str, VanBanPhapLuat] = MappingProxyType({row.symbol: row for row in _ROWS})


def luat_cua() -> Mapping[str, tuple[VanBanPhapLuat, ...]]:
    """Give the laws of each name, in the order of their days."""
    rows = sorted((row for row in _ROWS if row.is_law), key=lambda row: row.issued)
    return {row.name: tuple(each for each in rows if each.name == row.name) for row in rows}
