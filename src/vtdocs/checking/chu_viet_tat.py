"""Abbreviations that every reader of official papers knows, and those that name what stands written out elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["QUEN_THUOC", "THONG_LE", "VIET_DU"]

THONG_LE = "thông lệ: cụm từ viết tắt được giải thích ở lần dùng đầu tiên"

# What the text may write short or in full, as it likes.
VIET_DU: Mapping[str, str] = MappingProxyType(
    {
        "UBND": "Ủy ban nhân dân",
        "HĐND": "Hội đồng nhân dân",
        "MTTQ": "Mặt trận Tổ quốc",
        "TAND": "Tòa án nhân dân",
        "BCĐ": "Ban Chỉ đạo",
        "TTHC": "thủ tục hành chính",
        "CCHC": "cải cách hành chính",
    }
)

# They need no definition; where a paper defines one all the same, it is asked like any other.
# fmt: off
QUEN_THUOC = frozenset(
    (
        # Bodies
        "UBND", "HĐND", "MTTQ", "TAND", "VKSND", "VKS", "BCĐ", "BCH", "BTV", "TW", "TƯ", "BTC", "BNV", "BCA", "BQP",
        "GDĐT", "KHCN", "KHĐT", "LĐTBXH", "VHTT", "VHXH", "VHTTDL", "TDTT", "GTVT", "NNMT", "TNMT", "NNPTNT", "CCB",
        "LHPN", "TNCS", "LĐLĐ", "TNXP", "CSGT", "CAND", "QĐND", "LLVT", "BHXH", "HTX", "TNHH", "CTCP", "DN", "VP",
        "THCS", "THPT", "GDTX", "MN", "TH", "NXB", "VNPT", "EVN", "FPT", "BIDV", "VTV", "VOV", "TTXVN", "QH", "CP",
        "UBTVQH", "TTg", "TTCP", "TNCSHCM", "BQL", "HĐ", "MT", "UB", "BCHQS", "QS", "CA",
        # Fields and things
        "PCCC", "CNCH", "ATGT", "TTATGT", "ANTT", "ANQP", "QPAN", "QP", "AN", "KT", "XH", "KTXH", "ATTP", "VSATTP",
        "GPMB", "NTM", "NSNN", "CNTT", "CĐS", "BHYT", "BHTN", "NLĐ", "VPHC", "QSDĐ", "GCN", "CCCD", "CMND", "OCOP",
        "PCTT", "TKCN", "PCTN", "XDCB", "TSCĐ", "QLNN", "SXKD", "GTGT", "TNCN", "TNDN", "KHKT", "DTTS", "MTQG",
        "DVC", "DVCTT", "TCVN", "QCVN", "HIV", "AIDS", "COVID", "SARS", "ĐT", "TP", "TX", "TT", "VT", "BC", "STT", "VB",
        "CB", "CBCC", "CCVC", "CBCCVC", "ĐVT", "TB", "GĐ", "PGĐ", "KH", "QĐ", "NQ", "NĐ", "HD", "TM", "TL", "TUQ",
        # Kinds of paper stand in symbols; here and there alone as well.
        "CT", "PCT", "CVP", "PVP", "LĐ",
        # Foreign ones: Phụ lục II, Mục IV, khoản 2, điểm b
        "WTO", "UNDP", "UNESCO", "ASEAN", "WHO", "UN", "EU", "USD", "VND", "VNĐ", "GDP", "GRDP", "FDI", "ODA", "NGO",
        "ISO", "IT", "ICT", "AI", "IP", "LAN", "WAN", "QR", "PDF", "XML", "API", "SMS", "OTP", "URL", "GPS", "TV",
        "CEO", "ID", "CD", "DVD", "USB", "VIP", "FTP", "HTML", "CSV", "VPN", "SIM", "IOC", "LGSP", "NGSP", "CPU", "RAM",
        "PAPI", "PCI", "SIPAS", "PAR", "INDEX", "DTI", "DDCI", "KPI", "PII", "IUU", "APEC", "IMF", "WB", "ADB", "FAO",
        "ETC", "OK", "DVCQG", "ATK",
        # Titles of learning and honour that stand before a name
        "GS", "PGS", "TS", "TSKH", "BS", "BSCK", "BSCKI", "BSCKII", "CKI", "CKII", "KS", "CN", "DS", "KTS", "LS",
        "NSND", "NGND", "TTND",
    )
)
# fmt: on
