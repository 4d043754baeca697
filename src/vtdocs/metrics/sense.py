"""Where a Vietnamese title may be broken: what each blank between two words costs as the end of a line.

Vietnamese writes a space between syllables, so most spaces stand inside a word of two syllables. A break is
cheap where a reader pauses, dear elsewhere, forbidden inside what is read as one.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["FORBIDDEN", "BreakCosts"]

# In millionths of the square of a full line, as the balance of the lines is counted.
PAUSE = 0
OF = 40_000  # before "của": a pause, though what follows belongs to what stands before
LIGHT = 60_000  # between two things that are each read as one
PLAIN = 200_000  # no sign of a pause: perhaps inside a word of two syllables
INSIDE_WORD = 600_000  # known to be inside such a word
AFTER_CONNECTIVE = 450_000  # "… của / Ủy ban …"
FORBIDDEN = 10_000_000


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    """Read words of two syllables joined by an underscore."""
    return frozenset((left, right) for left, _, right in (word.partition("_") for word in text.split()))


# Words before which a reader pauses.
CONNECTIVES = _words(
    "và hoặc của về cho trên tại trong theo từ đến với nhằm để do bởi giữa cùng gắn qua bằng thuộc ở như"
)
# Connectives of two syllables; the break stands before the first.
PAIRED_CONNECTIVES = _pairs("đối_với giai_đoạn kèm_theo cùng_với gắn_với liên_quan thông_qua hướng_tới")
# Words of two syllables that begin or end with what would be a connective if it stood alone.
NOT_CONNECTIVES = _pairs(
    "tiếp_theo hiện_tại tồn_tại so_với dẫn_đến bên_trong theo_dõi từ_điển từ_thiện từ_chối trong_sạch "
    "trong_sáng về_hưu để_lại bằng_khen bằng_cấp bằng_chứng tự_do tại_chỗ tại_ngũ do_thám cho_vay "
    "cho_phép kể_từ trong_đó thuộc_tính cùng_nhau như_sau quan_đến đến_từ trở_về trực_thuộc lệ_thuộc "
    "phụ_thuộc ban_cho gắn_bó"
)
# Nouns that a number follows: "năm 2026", "quý II", "số 12".
NUMBERED = _words(
    "năm số quý tháng ngày kỳ khóa khoá lần đợt điều khoản điểm chương phần mục đoạn bước cấp hạng tuần thứ "
    "lớp tập tổ khu khối quận thôn xóm vòng nhóm bảng biểu mẫu lục án"
)
# Units of time after a number: "6 tháng đầu năm 2026" begins at its number.
TIME_UNITS = _words("ngày tuần tháng quý năm giờ")
# Common nouns before the name of a place: "xã Vĩnh Thông".
PLACES = _words("xã phường tỉnh huyện quận thôn xóm bản tổ khu phố trấn đường ấp buôn làng")
# Common words of two syllables in titles of administrative papers.
WORDS = _pairs(
    "an_ninh an_toàn bảo_đảm bảo_vệ ban_hành báo_cáo bầu_cử biên_chế bồi_dưỡng cải_cách cải_thiện cán_bộ "
    "chấp_hành chế_độ chỉ_đạo chỉ_số chỉ_tiêu chính_quyền chính_sách chủ_tịch chức_năng chứng_thực "
    "chuyên_đề chuyển_đổi chương_trình công_chức công_dân công_nghệ công_tác công_trình công_vụ cung_cấp "
    "dân_chủ dân_số dân_tộc dịch_vụ du_lịch dự_án dự_toán đại_biểu đánh_giá đào_tạo đầu_tư địa_bàn "
    "địa_phương điện_tử đoàn_kết đổi_mới đội_ngũ gia_đình giải_quyết giảm_nghèo giám_sát giáo_dục "
    "giao_thông hành_chính chính_công hành_động hiệu_lực hiệu_quả hỗ_trợ hoàn_thiện hoạt_động hội_đồng "
    "hội_nghị huy_động hưởng_ứng kế_hoạch kết_quả khai_thác khắc_phục khen_thưởng khiếu_nại khoa_học "
    "kiểm_soát kiểm_tra kiện_toàn kinh_tế kỷ_luật kỷ_niệm lao_động lãnh_đạo lâm_nghiệp lễ_hội liên_thông "
    "mạng_lưới môi_trường mục_tiêu nâng_cao ngân_sách ngăn_chặn nghị_quyết nghị_định nghiệp_vụ người_dân "
    "nguồn_lực nhà_nước nhân_dân nhân_lực nhiệm_vụ nông_nghiệp nông_thôn ổn_định phát_động phát_huy "
    "phát_triển phân_công phục_vụ phòng_chống phổ_biến phong_trào phối_hợp phúc_lợi phương_án pháp_luật "
    "quản_lý quản_trị quốc_phòng quốc_gia quy_chế quy_định quy_hoạch quyết_định rà_soát sản_xuất sáng_kiến "
    "sắp_xếp sơ_kết số_hóa tài_chính tài_nguyên tăng_cường tập_huấn tập_trung thanh_niên thanh_tra "
    "thành_lập thành_tích thi_đua thích_ứng thiên_tai thông_báo thông_tin thống_kê thời_gian thủ_tục "
    "thực_hiện tiếp_cận tiếp_nhận tiết_kiệm tiêu_chí tình_hình tổ_chức tổng_hợp tổng_kết tố_cáo "
    "trách_nhiệm trật_tự trẻ_em triển_khai trọng_tâm trực_tuyến trung_tâm truyền_thông truyền_thống "
    "tuyên_truyền ủy_ban uỷ_ban ứng_dụng ứng_phó vận_động văn_bản văn_hóa văn_hoá văn_phòng vệ_sinh "
    "vi_phạm viên_chức xã_hội xây_dựng xử_lý xúc_tiến ý_thức y_tế"
)

_EDGES = "()[]{}\"'“”‘’«»,;:.!?…"
_DASHES = frozenset("-–—")
_ROMAN = "IVXLC"


# Two syllables that are read as one, of whatever kind.
_HELD = WORDS | PAIRED_CONNECTIVES | NOT_CONNECTIVES
# What a paired connective begins with, or a measure of time: other words, and such as are no numbers, open no part.
_MAY_OPEN = CONNECTIVES | {first for first, _second in PAIRED_CONNECTIVES} | {"năm", "quý", "tháng"}


class _Word:
    """What the rules ask of a word; one with no-break spaces has a first and a last syllable of its own."""

    plain = is_dash = number = opens = pause_after = False

    def __init__(self, word: str) -> None:
        if word.isalpha():
            # Nearly every word is letters alone: a third of the work.
            self.bare = word
            self.first = self.last = word.casefold()
            self.capital = word[0].isupper()
            if self.capital:
                self.number = not word.strip(_ROMAN)
            else:
                self.plain = True
            return
        self.bare = bare = word.strip(_EDGES)
        self.first = self.last = bare.casefold()
        if "\u00a0" in bare:
            parts = self.first.split("\u00a0")
            self.first, self.last = parts[0].strip(_EDGES), parts[-1].strip(_EDGES)
        self.capital = bare[:1].isupper()
        self.is_dash = word in _DASHES
        self.number = bare != "" and (bare[0].isdecimal() or not bare.strip(_ROMAN))
        self.opens = word != "" and word[0] in '([{“‘«"'
        self.pause_after = word != "" and word[-1] in ",;:"


class _Title:
    """The words of a title, each read when a rule asks for it, and what the blanks between them cost."""

    def __init__(self, words: Sequence[str]) -> None:
        # Empty words at either end spare every rule the question whether there is a neighbour.
        self._written = ["", "", *words, "", "", ""]
        self._read: list[_Word | None] = [None] * len(self._written)
        self.capitals = not any(char.islower() for word in words if word != "V/v" for char in word)

    def word(self, i: int) -> _Word:
        """Return word `i`; two before the first, and three behind the last, are empty."""
        found = self._read[i + 2]
        if found is None:
            found = self._read[i + 2] = _Word(self._written[i + 2])
        return found

    def cost(self, i: int) -> int:
        """Return what a break before word `i` costs."""
        left, right = self._read[i + 1] or self.word(i - 1), self._read[i + 2] or self.word(i)
        # Between words of small letters there is no number, no name and no sign: most blanks, in two thirds of the
        # time.
        if not (left.plain and right.plain):
            if self._is_numbered(i, left, right) or self._is_name(i, left, right):
                return FORBIDDEN
            if left.pause_after or right.opens:
                return PAUSE
        if (left.last, right.first) in _HELD:
            return INSIDE_WORD
        pauses = not (right.plain and right.first not in _MAY_OPEN) and self._pauses(i)
        if not pauses and self._goes_on(i, left, right):
            return INSIDE_WORD
        before = self.word(i - 2)
        if left.last in CONNECTIVES and (before.last, left.last) not in NOT_CONNECTIVES:
            return AFTER_CONNECTIVE
        if pauses:
            return OF if right.first == "của" else PAUSE
        behind_word = (before.last, left.last) in WORDS
        if not behind_word:
            return PLAIN
        before_word = (right.first, self.word(i + 1).first) in WORDS
        # The "XÃ" behind the name of a body in a title in capitals: "ỦY BAN NHÂN DÂN / XÃ …".
        if self.capitals and right.first in PLACES and not before_word:
            return PAUSE
        return LIGHT if before_word else PLAIN

    def _pauses(self, i: int) -> bool:
        """Whether word `i` begins a new part."""
        right = self.word(i)
        if (right.capital and not self.capitals) or not (right.number or right.first in _MAY_OPEN):
            return False
        left, after = self.word(i - 1), self.word(i + 1)
        beginning = (right.first, after.first)
        if beginning in PAIRED_CONNECTIVES:
            return True
        ending = (left.last, right.first)
        if ending in PAIRED_CONNECTIVES or ending in NOT_CONNECTIVES or beginning in NOT_CONNECTIVES:
            return False
        if right.first in CONNECTIVES:
            return True
        if right.first in ("năm", "quý", "tháng"):
            return after.number or after.first == "học"
        return right.number and after.first in TIME_UNITS and not self.word(i + 2).number

    def _is_numbered(self, i: int, left: _Word, right: _Word) -> bool:
        """Whether the blank stands inside a number with its noun, a date, or a range."""
        if right.is_dash or (left.is_dash and right.number):
            return True
        if left.pause_after:
            return False
        if right.number:
            return left.last in NUMBERED or left.number or not (self._pauses(i) or self._counts(i))
        if not left.number:
            return left.last == "số" and right.bare.startswith("/")
        before = self.word(i - 2)
        if right.first in ("tháng", "năm") and before.last in ("ngày", "tháng", "quý"):
            return True
        return before.last not in NUMBERED and not before.is_dash and self._counts(i - 1)

    def _counts(self, i: int) -> bool:
        """Whether word `i` is a number that counts what follows it: "12 nhiệm vụ", not "Đề án 06 của"."""
        right, after = self.word(i), self.word(i + 1)
        closed = right.pause_after or not after.bare or after.opens or after.is_dash or after.number
        return right.number and right.bare[-1:].isdigit() and not closed and not self._pauses(i + 1)

    def _is_name(self, i: int, left: _Word, right: _Word) -> bool:
        """Whether the blank stands inside a run of capitalised words, or between "xã" and its name."""
        if left.pause_after:
            return False
        if self.capitals:
            # No names to see; still, "XÃ / VĨNH THÔNG" and "XÃ / HỘI" are both wrong.
            return left.last in PLACES and not self._pauses(i)
        if not right.capital:
            return False
        return left.capital or left.last in PLACES or (left.is_dash and self.word(i - 2).bare != "")

    def _goes_on(self, i: int, left: _Word, right: _Word) -> bool:
        """Whether the name of a body or a place probably goes on: "Ủy / ban", "Trung tâm / Phục vụ"."""
        if not (self.capitals or right.capital or left.capital):
            return False
        before = self.word(i - 2)
        if self.capitals:
            return before.last in PLACES and (before.last, left.last) not in WORDS
        if right.capital:
            return before.capital and (before.last, left.last) in WORDS
        return not before.capital and before.bare != "" and not before.pause_after


class BreakCosts(dict[int, int]):
    """What a line break before each word costs, found where it is asked for; before the first word nothing.

    `gaps[i]` is the blank after `words[i]`; one longer than a space is a place to be filled in by hand, and so is a
    word of nothing but no-break spaces. Without `gaps` each is a single space.
    """

    def __init__(self, words: Sequence[str], gaps: Sequence[str] = ()) -> None:
        super().__init__({0: PAUSE})
        self._cost = _Title(words).cost
        # Before a blank to be filled in, and behind it, no line ends.
        self.update({i: FORBIDDEN for i, gap in enumerate(gaps, 1) if len(gap) > 1})
        if "\u00a0" in "".join(words):
            for i, word in enumerate(words):
                if not word.strip("\u00a0"):
                    self[i] = self[i + 1] = FORBIDDEN

    def __missing__(self, i: int) -> int:
        cost = self[i] = self._cost(i)
        return cost
