"""The names of Office Open XML as lxml spells them. Strict files are brought to these when they are parsed."""

from __future__ import annotations

# fmt: off
__all__ = [
    "A_EXT",
    "A_GRAPHIC",
    "A_GRAPHIC_DATA",
    "A_LN",
    "A_NO_FILL",
    "A_NS",
    "A_OFF",
    "A_PRST_DASH",
    "A_PRST_GEOM",
    "A_XFRM",
    "EP_NS",
    "MC_ALTERNATE_CONTENT",
    "MC_CHOICE",
    "MC_FALLBACK",
    "MC_NS",
    "M_NS",
    "M_O_MATH",
    "M_O_MATH_PARA",
    "M_T",
    "O_NS",
    "PIC_NS",
    "PIC_PIC",
    "REL_NS",
    "R_ID",
    "R_NS",
    "R_STRICT_NS",
    "STRICT_NAMESPACES",
    "TYPES_NS",
    "V_GROUP",
    "V_IMAGEDATA",
    "V_LINE",
    "V_NS",
    "V_RECT",
    "V_SHAPE",
    "V_STROKE",
    "V_TEXTBOX",
    "W10_NS",
    "W14_NS",
    "W15_NS",
    "WP14_NS",
    "WPC_NS",
    "WPG_NS",
    "WPG_WGP",
    "WPS_NS",
    "WPS_TXBX",
    "WPS_WSP",
    "WP_ALIGN",
    "WP_ANCHOR",
    "WP_DOC_PR",
    "WP_EXTENT",
    "WP_INLINE",
    "WP_NS",
    "WP_POSITION_H",
    "WP_POSITION_V",
    "WP_POS_OFFSET",
    "W_ABSTRACT_NUM",
    "W_ABSTRACT_NUM_ID",
    "W_BASED_ON",
    "W_BDO",
    "W_BODY",
    "W_BR",
    "W_CANT_SPLIT",
    "W_COLS",
    "W_COMPAT",
    "W_COMPAT_SETTING",
    "W_CR",
    "W_CUSTOM_XML",
    "W_DEL",
    "W_DIR",
    "W_DOCUMENT",
    "W_DOCUMENT_PROTECTION",
    "W_DRAWING",
    "W_ENDNOTE",
    "W_ENDNOTE_REFERENCE",
    "W_EVEN_AND_ODD_HEADERS",
    "W_FLD_CHAR",
    "W_FLD_SIMPLE",
    "W_FOOTER_REFERENCE",
    "W_FOOTNOTE",
    "W_FOOTNOTE_REFERENCE",
    "W_GRID_AFTER",
    "W_GRID_BEFORE",
    "W_GRID_COL",
    "W_GRID_SPAN",
    "W_HEADER_REFERENCE",
    "W_HYPERLINK",
    "W_H_MERGE",
    "W_ILVL",
    "W_INS",
    "W_INSTR_TEXT",
    "W_IS_LGL",
    "W_LAST_RENDERED_PAGE_BREAK",
    "W_LVL",
    "W_LVL_OVERRIDE",
    "W_LVL_RESTART",
    "W_LVL_TEXT",
    "W_MOVE_FROM",
    "W_MOVE_TO",
    "W_NAME",
    "W_NO_BREAK_HYPHEN",
    "W_NS",
    "W_NUM",
    "W_NUM_FMT",
    "W_NUM_ID",
    "W_NUM_STYLE_LINK",
    "W_OBJECT",
    "W_P",
    "W_PG_MAR",
    "W_PG_NUM",
    "W_PG_NUM_TYPE",
    "W_PG_SZ",
    "W_PICT",
    "W_PTAB",
    "W_P_PR",
    "W_P_PR_CHANGE",
    "W_P_STYLE",
    "W_R",
    "W_RUBY",
    "W_RUBY_BASE",
    "W_R_PR",
    "W_R_PR_CHANGE",
    "W_SDT",
    "W_SDT_CONTENT",
    "W_SECT_PR",
    "W_SMART_TAG",
    "W_START",
    "W_START_OVERRIDE",
    "W_STRICT_NS",
    "W_STYLE",
    "W_STYLE_LINK",
    "W_SYM",
    "W_T",
    "W_TAB",
    "W_TBL",
    "W_TBL_GRID",
    "W_TBL_HEADER",
    "W_TBL_PR",
    "W_TBL_STYLE_PR",
    "W_TBL_W",
    "W_TC",
    "W_TC_PR",
    "W_TC_W",
    "W_TITLE_PG",
    "W_TR",
    "W_TR_HEIGHT",
    "W_TR_PR",
    "W_TXBX_CONTENT",
    "W_TYPE",
    "W_VAL",
    "W_V_MERGE",
    "XML_SPACE",
]
# fmt: on

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A_NS = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP_NS = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PIC_NS = "http://schemas.openxmlformats.org/drawingml/2006/picture"
MC_NS = "http://schemas.openxmlformats.org/markup-compatibility/2006"
V_NS = "urn:schemas-microsoft-com:vml"
O_NS = "urn:schemas-microsoft-com:office:office"
W10_NS = "urn:schemas-microsoft-com:office:word"
WPS_NS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
WPG_NS = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
WPC_NS = "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"
WP14_NS = "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"
W14_NS = "http://schemas.microsoft.com/office/word/2010/wordml"
W15_NS = "http://schemas.microsoft.com/office/word/2012/wordml"
M_NS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
REL_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
W_STRICT_NS = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R_STRICT_NS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
EP_NS = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"

# WordprocessingML: elements, and attributes of the same names.
W_DOCUMENT = f"{{{W_NS}}}document"
W_BODY = f"{{{W_NS}}}body"
W_P = f"{{{W_NS}}}p"
W_R = f"{{{W_NS}}}r"
W_T = f"{{{W_NS}}}t"
W_TAB = f"{{{W_NS}}}tab"
W_BR = f"{{{W_NS}}}br"
W_CR = f"{{{W_NS}}}cr"
W_NO_BREAK_HYPHEN = f"{{{W_NS}}}noBreakHyphen"
W_SYM = f"{{{W_NS}}}sym"
W_P_PR = f"{{{W_NS}}}pPr"
W_R_PR = f"{{{W_NS}}}rPr"
W_TBL = f"{{{W_NS}}}tbl"
W_TR = f"{{{W_NS}}}tr"
W_TC = f"{{{W_NS}}}tc"
W_TBL_PR = f"{{{W_NS}}}tblPr"
W_TBL_GRID = f"{{{W_NS}}}tblGrid"
W_GRID_COL = f"{{{W_NS}}}gridCol"
W_TR_PR = f"{{{W_NS}}}trPr"
W_TC_PR = f"{{{W_NS}}}tcPr"
W_SECT_PR = f"{{{W_NS}}}sectPr"
W_HYPERLINK = f"{{{W_NS}}}hyperlink"
W_SDT = f"{{{W_NS}}}sdt"
W_SDT_CONTENT = f"{{{W_NS}}}sdtContent"
W_SMART_TAG = f"{{{W_NS}}}smartTag"
W_CUSTOM_XML = f"{{{W_NS}}}customXml"
W_INS = f"{{{W_NS}}}ins"
W_DEL = f"{{{W_NS}}}del"
W_MOVE_FROM = f"{{{W_NS}}}moveFrom"
W_MOVE_TO = f"{{{W_NS}}}moveTo"
W_FLD_SIMPLE = f"{{{W_NS}}}fldSimple"
W_FLD_CHAR = f"{{{W_NS}}}fldChar"
W_INSTR_TEXT = f"{{{W_NS}}}instrText"
W_DRAWING = f"{{{W_NS}}}drawing"
W_PICT = f"{{{W_NS}}}pict"
W_OBJECT = f"{{{W_NS}}}object"
W_FOOTNOTE_REFERENCE = f"{{{W_NS}}}footnoteReference"
W_ENDNOTE_REFERENCE = f"{{{W_NS}}}endnoteReference"
W_FOOTNOTE = f"{{{W_NS}}}footnote"
W_ENDNOTE = f"{{{W_NS}}}endnote"
W_LAST_RENDERED_PAGE_BREAK = f"{{{W_NS}}}lastRenderedPageBreak"
W_P_PR_CHANGE = f"{{{W_NS}}}pPrChange"
W_R_PR_CHANGE = f"{{{W_NS}}}rPrChange"
W_P_STYLE = f"{{{W_NS}}}pStyle"
W_ILVL = f"{{{W_NS}}}ilvl"
W_NUM_ID = f"{{{W_NS}}}numId"
W_STYLE = f"{{{W_NS}}}style"
W_BASED_ON = f"{{{W_NS}}}basedOn"
W_NAME = f"{{{W_NS}}}name"
W_TBL_STYLE_PR = f"{{{W_NS}}}tblStylePr"
W_ABSTRACT_NUM = f"{{{W_NS}}}abstractNum"
W_NUM = f"{{{W_NS}}}num"
W_ABSTRACT_NUM_ID = f"{{{W_NS}}}abstractNumId"
W_LVL = f"{{{W_NS}}}lvl"
W_LVL_TEXT = f"{{{W_NS}}}lvlText"
W_LVL_OVERRIDE = f"{{{W_NS}}}lvlOverride"
W_START_OVERRIDE = f"{{{W_NS}}}startOverride"
W_NUM_FMT = f"{{{W_NS}}}numFmt"
W_START = f"{{{W_NS}}}start"
W_IS_LGL = f"{{{W_NS}}}isLgl"
W_LVL_RESTART = f"{{{W_NS}}}lvlRestart"
W_NUM_STYLE_LINK = f"{{{W_NS}}}numStyleLink"
W_STYLE_LINK = f"{{{W_NS}}}styleLink"
W_VAL = f"{{{W_NS}}}val"
W_TYPE = f"{{{W_NS}}}type"
W_PG_SZ = f"{{{W_NS}}}pgSz"
W_PG_MAR = f"{{{W_NS}}}pgMar"
W_COLS = f"{{{W_NS}}}cols"
W_PG_NUM_TYPE = f"{{{W_NS}}}pgNumType"
W_TITLE_PG = f"{{{W_NS}}}titlePg"
W_HEADER_REFERENCE = f"{{{W_NS}}}headerReference"
W_FOOTER_REFERENCE = f"{{{W_NS}}}footerReference"
W_GRID_SPAN = f"{{{W_NS}}}gridSpan"
W_V_MERGE = f"{{{W_NS}}}vMerge"
W_H_MERGE = f"{{{W_NS}}}hMerge"
W_TC_W = f"{{{W_NS}}}tcW"
W_TBL_W = f"{{{W_NS}}}tblW"
W_TBL_HEADER = f"{{{W_NS}}}tblHeader"
W_CANT_SPLIT = f"{{{W_NS}}}cantSplit"
W_TR_HEIGHT = f"{{{W_NS}}}trHeight"
W_GRID_BEFORE = f"{{{W_NS}}}gridBefore"
W_GRID_AFTER = f"{{{W_NS}}}gridAfter"
W_EVEN_AND_ODD_HEADERS = f"{{{W_NS}}}evenAndOddHeaders"
W_DOCUMENT_PROTECTION = f"{{{W_NS}}}documentProtection"
W_COMPAT = f"{{{W_NS}}}compat"
W_COMPAT_SETTING = f"{{{W_NS}}}compatSetting"
W_PTAB = f"{{{W_NS}}}ptab"
W_PG_NUM = f"{{{W_NS}}}pgNum"
W_TXBX_CONTENT = f"{{{W_NS}}}txbxContent"
W_RUBY = f"{{{W_NS}}}ruby"
W_RUBY_BASE = f"{{{W_NS}}}rubyBase"
W_DIR = f"{{{W_NS}}}dir"
W_BDO = f"{{{W_NS}}}bdo"

A_GRAPHIC = f"{{{A_NS}}}graphic"
A_GRAPHIC_DATA = f"{{{A_NS}}}graphicData"
A_LN = f"{{{A_NS}}}ln"
A_PRST_GEOM = f"{{{A_NS}}}prstGeom"
A_PRST_DASH = f"{{{A_NS}}}prstDash"
A_NO_FILL = f"{{{A_NS}}}noFill"
A_XFRM = f"{{{A_NS}}}xfrm"
A_OFF = f"{{{A_NS}}}off"
A_EXT = f"{{{A_NS}}}ext"

WP_ANCHOR = f"{{{WP_NS}}}anchor"
WP_INLINE = f"{{{WP_NS}}}inline"
WP_EXTENT = f"{{{WP_NS}}}extent"
WP_POSITION_H = f"{{{WP_NS}}}positionH"
WP_POSITION_V = f"{{{WP_NS}}}positionV"
WP_POS_OFFSET = f"{{{WP_NS}}}posOffset"
WP_ALIGN = f"{{{WP_NS}}}align"
WP_DOC_PR = f"{{{WP_NS}}}docPr"

PIC_PIC = f"{{{PIC_NS}}}pic"

MC_ALTERNATE_CONTENT = f"{{{MC_NS}}}AlternateContent"
MC_CHOICE = f"{{{MC_NS}}}Choice"
MC_FALLBACK = f"{{{MC_NS}}}Fallback"

V_SHAPE = f"{{{V_NS}}}shape"
V_LINE = f"{{{V_NS}}}line"
V_RECT = f"{{{V_NS}}}rect"
V_TEXTBOX = f"{{{V_NS}}}textbox"
V_IMAGEDATA = f"{{{V_NS}}}imagedata"
V_STROKE = f"{{{V_NS}}}stroke"
V_GROUP = f"{{{V_NS}}}group"

WPS_WSP = f"{{{WPS_NS}}}wsp"
WPS_TXBX = f"{{{WPS_NS}}}txbx"

WPG_WGP = f"{{{WPG_NS}}}wgp"

R_ID = f"{{{R_NS}}}id"

M_O_MATH = f"{{{M_NS}}}oMath"
M_O_MATH_PARA = f"{{{M_NS}}}oMathPara"
M_T = f"{{{M_NS}}}t"

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# ISO/IEC 29500-1, annex A: the namespaces of strict files, and those that all other files have for the same.
STRICT_NAMESPACES = {
    W_STRICT_NS: W_NS,
    R_STRICT_NS: R_NS,
    "http://purl.oclc.org/ooxml/drawingml/main": A_NS,
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": WP_NS,
    "http://purl.oclc.org/ooxml/drawingml/picture": PIC_NS,
    "http://purl.oclc.org/ooxml/officeDocument/math": M_NS,
    "http://purl.oclc.org/ooxml/officeDocument/extendedProperties": EP_NS,
}
