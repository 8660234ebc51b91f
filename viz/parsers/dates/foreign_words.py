"""The words dates are made of in a language other than English, as the patterns that find them.

Month and year words come from dateparser's data (its translation of the Unicode CLDR); what that lacks, endings of
cases above all, stands here. Loaded when a text in the language is first read: English never pays for it.
"""

from __future__ import annotations

import importlib
import re
from dataclasses import dataclass
from functools import cache

from viz.parsers.dates.language import ENGLISH

MONTH_KEYS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
CHARACTER_LANGUAGES = frozenset({"zh", "ja", "ko"})
_HIJRA = frozenset({"fa", "ps", "ckb"})
# Tajik names its months as Cyrillic Uzbek does, which dateparser has; Norwegian Bokmål goes by several codes.
_READ_AS = {"tg": "uz-Cyrl", "no": "nb", "nn": "nb", "in": "id", "iw": "he", "yue": "zh"}

_TURKIC_CYRILLIC = "ь?(?:[ыиіуү]н?)?(?:[дтн][аеыиіуү][нң]?|[гғкқ][аеэ](?:ча|че|чейин|дейін)?)?(?:[гғкқ][ыиі])?"
_TURKIC_LATIN = "['’ʻ]?(?:[ıiuüəae]n?)?(?:[dt][aeə](?:n|ki|gi|kı)?|ning|ni|g[aeiı](?:cha)?|n?[ıiuü]n|[aeə])?"
_SLAVIC = "(?:ь|я|ю|ем?|ём|ом?|[ауіий])?"
_INFLECTED = frozenset({"ru", "uk", "be", "ky", "ka", "lv"})  # the last sound of a name makes way for an ending
# What may follow a month's name or the word for year: endings of cases. Others have none, or dateparser has them.
_ENDINGS = {
    "ky": _TURKIC_CYRILLIC, "kk": _TURKIC_CYRILLIC, "uz-Cyrl": _TURKIC_CYRILLIC, "tg": "[иь]?", "mn": "(?:ы?н|д|ийн)?",
    "uz": _TURKIC_LATIN, "tr": _TURKIC_LATIN, "ru": _SLAVIC, "uk": _SLAVIC, "be": _SLAVIC,
    "hu": "(?:[aeáéioöuü]?(?:ban|ben|tól|től|ig|ra|re|án|én|jén|ján|[aeái]|nak|nek|k))?",
    "fi": "(?:n|ta|ssa|sta|lla|na)?",
    "et": "(?:il|is|i|ni|st|l|ks)?", "ka": "(?:ში|ის|ს|მდე)?", "hy": "(?:ի|ին|ից|ում)?", "pl": "u?", "sq": "(?:i|it)?",
    "lv": "(?:ī|a|is|s)?", "az": _TURKIC_LATIN,
}  # fmt: skip
# Spellings dateparser's data lacks, each with the number of its month.
_MORE_MONTHS = {
    "ru": {"мае": 5, "маем": 5, "маю": 5},
    "uk": {"лютому": 2, "лютим": 2, "листопаді": 11},
    "uz": {"sentyabr": 9, "oktyabr": 10},
    "ar": {"إبريل": 4, "ابريل": 4, "اكتوبر": 10, "اغسطس": 8, "أيار": 5, "آذار": 3, "نيسان": 4, "حزيران": 6, "تموز": 7,
           "أيلول": 9, "تشرين الأول": 10, "تشرين الثاني": 11, "كانون الأول": 12, "كانون الثاني": 1, "شباط": 2},
    "et": {"oktoobr": 10, "septembr": 9, "novembr": 11, "detsembr": 12},
    "sr": {"октобр": 10, "септембр": 9, "новембр": 11, "децембр": 12},
}  # fmt: skip
# Words for year that dateparser's data lacks; one letter only counts with a full stop unless it is written here.
_MORE_YEAR_WORDS = {
    "ru": ["г", "гг", "годом", "годах", "годов"], "ky": ["ж", "жыл"], "kk": ["ж", "жыл"], "uk": ["р", "рр"],
    "be": ["г", "годзе"],
    "bg": ["г", "годината"], "tg": ["соли", "с"], "uz-Cyrl": ["йилги"], "uz": ["yilgi"], "mn": ["он", "оны", "онд"],
    "es": ["año"], "pt": ["ano"], "it": ["anno"], "ca": ["any"], "ro": ["anul"], "de": ["jahr", "jahre", "jahres"],
    "nl": ["jaar"], "hr": ["godine", "godini"], "sr": ["године", "години"], "mk": ["годината"], "sl": ["leta", "letu"],
    "fi": ["vuonna", "vuoden"], "et": ["aasta", "aastal"], "lv": ["gada", "gadā"], "lt": ["metų", "metais", "metams"],
    "pl": ["roku"], "cs": ["roku", "roce"], "sk": ["roku"], "hy": ["թվականի", "թվականին", "թ"], "ka": ["წლის", "წელს"],
    "az": ["il"], "hu": ["ben", "ban", "től", "tól", "ig"], "he": ["שנת", "בשנת"], "el": ["έτους"],
}  # fmt: skip
# Words before a bare year that make it one: "en 2017" is a year, "2017 euros" is a price.
_BEFORE_YEAR = {
    "fr": "en depuis début fin dès courant", "es": "en desde durante", "pt": "em desde durante", "it": "nel dal del",
    "ca": "el des", "de": "seit anfang ende mitte", "nl": "in sinds begin eind", "ro": "în din", "sv": "år sedan",
    "da": "i siden",
    "nb": "i siden", "tr": "", "el": "το", "bg": "през", "sq": "në", "id": "pada", "sw": "mwaka",
}  # fmt: skip
# Words between day, month and year ("15 de octubre de 2017") and between the ends of a range.
_BETWEEN = {
    "es": "de|del", "pt": "de|do", "ca": r"de|del|d['’]", "gl": "de", "ro": "din", "it": "del", "el": "του", "bg": "на",
    "sq": "të", "ka": "წლის", "id": "bulan|tahun", "sw": r"mwezi\s+wa|mwaka", "ar": "من|عام", "fa": "ماه|سال",
    "vi": "năm",
    "tg": "и|соли", "lv": "gada", "nl": "van",
}  # fmt: skip
_RANGE = {
    "ru": "по|до|и", "uk": "по|до|і|та", "de": r"bis|und|bis\s+zum", "fr": "au|et", "es": "al|y", "pt": "a|e",
    "it": "al|e",
    "nl": "tot|en", "tr": "ve|ile", "pl": "do|i", "sv": "till|och", "da": "til|og", "nb": "til|og", "ro": "la|și",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How a language writes dates: what finds them (`pattern`), the months' names and in which order numbers stand.

    `reader` is dateparser's name of the language, `names` the name of each month that dateparser reads.
    """

    language: str
    reader: str
    order: str
    names: tuple[str, ...]
    months: dict[str, int]
    pattern: re.Pattern[str]
    joiner: re.Pattern[str]

    def month_of(self, word: str) -> int:
        """The number of the month whose name, with whatever ending, `word` is."""
        plain = word.lower().replace("i̇", "i").rstrip(".")
        if plain in self.months:
            return self.months[plain]
        fitting = [name for name in self.months if re.match(re.escape(name), word, re.IGNORECASE)]
        return self.months[max(fitting, key=len)]


def supported(language: str) -> str:
    """The code under which dates of a language are read ("pt-BR" -> "pt"); "" when they are not, English among them."""
    code = language.replace("_", "-")
    if code.lower() in {"uz-cyrl", "uz-cyrl-uz"}:
        return "uz-Cyrl"
    code = code.split("-")[0].lower()
    return code if code != ENGLISH and _data(_READ_AS.get(code, code)) else ""


@cache
def vocabulary(language: str) -> Vocabulary:
    """The words of a language that `supported` has answered; raises KeyError for any other."""
    reader = _READ_AS.get(language, language)
    data = _data(reader)
    months = _months(reader, data)
    names = tuple(data[key][:2][-1] for key in MONTH_KEYS)  # the CLDR's wide form comes second, after the short one
    pattern = _characters() if language in CHARACTER_LANGUAGES else _words(language, _stems(language, months), data)
    joiner = rf"\s{{0,3}}(?:[-–—]|(?:{_RANGE.get(language, '[-–]')})\b)\s{{0,3}}"
    order = "DMY" if language == "sv" else str(data.get("date_order", "DMY"))  # the CLDR has ISO's
    return Vocabulary(language, reader, order, names, months, pattern, re.compile(joiner, re.IGNORECASE))


def _data(code: str) -> dict[str, list[str]]:
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?", code):
        return {}
    try:
        module = importlib.import_module(f"dateparser.data.date_translation_data.{code}")
    except ModuleNotFoundError:
        return {}
    found: dict[str, list[str]] = module.info
    return found


def _months(reader: str, data: dict[str, list[str]]) -> dict[str, int]:
    months = {name.lower(): month for month, key in enumerate(MONTH_KEYS, 1) for name in data[key] if len(name) > 1}
    roman = {name for name in months if re.fullmatch("[ivx]+", name)}
    return {name: month for name, month in months.items() if name not in roman} | _MORE_MONTHS.get(reader, {})


def _stems(language: str, months: dict[str, int]) -> dict[str, bool]:
    """Each spelling of a month, and whether it is a shortened one: those count beside a year or with a full stop."""
    stems = {}
    for name, month in months.items():
        longer = any(other != name and number == month and other.startswith(name) for other, number in months.items())
        stems[name] = longer and len(name) <= 5
        if language in _INFLECTED and len(name) > 4 and (stem := re.sub("[ьйаяი]$|i?s$", "", name)):
            stems.setdefault(stem, False)
        if language == "tr" and name.endswith("k"):
            stems[name[:-1] + "ğ"] = False
    return stems


def _words(language: str, stems: dict[str, bool], data: dict[str, list[str]]) -> re.Pattern[str]:
    """One pattern for every way a language that writes words tells a date; `foreign.py` reads its groups."""
    ending = _ENDINGS.get(language, "")
    full = "|".join(re.escape(name) for name in sorted(stems, key=len, reverse=True) if not stems[name])
    short = "|".join(re.escape(name) for name in sorted(stems, key=len, reverse=True) if stems[name]) or "(?!)"
    month = rf"(?:(?:{full}){ending}(?!\w)|(?:{short})(?:\.|(?=[ \-.]{{1,2}}\d{{4}}(?!\d))))"
    day = r"(?:[12]\d|3[01]|0?[1-9]|[\u0660-\u0669\u06f0-\u06f9]{1,2})(?!\d)"
    day += "(?:[.º°ª]|-?(?:er|го|е|ое|ші|шы|чи|нчи|nchi|inchi|an|én))?"
    between = rf"(?:\s{{0,3}}-\s{{0,3}}|[ \t]{{0,3}}\n?[ \t]{{0,3}}(?:(?:{_BETWEEN.get(language, '(?!)')})\s{{0,3}})?)"
    after, before = _year_words(language, ending, data)
    # Persian papers count years from the Hijra as well, and those begin with 13 and 14.
    century = "(?:1[89]|20|[١۱][٩۹]|[٢۲][٠۰])" if language in _HIJRA else r"(?:[1١]\d|[2٢][0٠])"
    year = rf"{century}\d\d(?!\d)"
    return re.compile(
        rf"""(?<![\w.,:/])(?<![^\d\s.\u05d0-\u05ea]-)(?:
        (?P<day>{day}){between}(?P<month>{month})(?:,?{between}(?:(?:{before})\s{{0,3}})?(?P<year>{year}){after}?|(?!,?\s{{0,3}}\d{{4}}))
        |(?P<year2>{year})(?:\.|\.?{after})[\s-]{{0,3}}(?P<day2>{day}){between}(?P<month2>{month})
        |(?P<year3>{year})(?:\.|\.?{after})[\s-]{{0,3}}(?P<month3>{month})(?:[\s-]{{0,3}}(?P<day3>{day}))?
        |(?P<month4>{month}),?{between}(?:(?:{before})\s{{0,3}})?(?P<year4>{year}){after}?
        |(?P<year5>{year})[-./](?P<month5>\d{{1,2}})[-./](?P<day5>\d{{1,2}})(?![\d/-]|\.\d)
        |(?P<first>\d{{1,2}})(?P<mark>[./-])(?P<second>\d{{1,2}})(?P=mark)(?P<year6>{year})
        |(?:{before})\s{{1,3}}(?P<year7>{year})(?!\s{{0,3}}[%€$]|[.,]\d)|(?P<year8>{year})\.?{after}
        )""",
        re.IGNORECASE | re.VERBOSE,
    )


def _year_words(language: str, ending: str, data: dict[str, list[str]]) -> tuple[str, str]:
    """Patterns for what makes a year of the number before it ("2017 года") and of the number after it ("en 2017")."""
    known = [word for word in data.get("year", []) if len(word) > 2] + _MORE_YEAR_WORDS.get(language, [])
    words = "|".join(sorted({re.escape(word) for word in known}, key=len, reverse=True)) or "(?!)"
    abbreviated = "|".join(re.escape(word) for word in data.get("year", []) if len(word) == 1) or "(?!)"
    short = "|".join(re.escape(word) for word in known if len(word) <= 2) or "(?!)"
    after = (
        rf"(?:(?:-[^\W\d_]{{1,4}})?[\s-]{{0,3}}(?:(?:{short})\b\s?\.|(?:{words}){ending}\b)|[\s-]?(?:{abbreviated})\.(?=[\s,;)]|$))"
    )
    prepositions = "".join(f"{word}|" for word in _BEFORE_YEAR.get(language, "").split())
    return after, rf"\b(?:{prepositions}{words}){ending}"


def _characters() -> re.Pattern[str]:
    """Chinese, Japanese and Korean: a number and its sign for each part."""
    return re.compile(
        r"""(?<!\d)(?:
        (?P<year>[12]\d{3}|[一二][〇零一二三四五六七八九]{3})\s?[年년](?:\s?(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})\s?[月월]
            (?:\s?(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})\s?[日号號일])?)?
        |(?<![年년\d])(?P<month2>\d{1,2}|[一二三四五六七八九十]{1,2})\s?[月월]\s?(?P<day2>\d{1,2}|[一二三四五六七八九十]{1,3})\s?[日号號일]
        |(?P<year5>[12]\d{3})[-./](?P<month5>\d{1,2})[-./](?P<day5>\d{1,2})(?![\d/-]|\.\d)
        )""",
        re.VERBOSE,
    )
