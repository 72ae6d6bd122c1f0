"""Detectors for what a policy must not say to staff, in both languages, sentence by sentence.

Each is a wording that gives the forbidden thing away and, where needed, words that turn it into its opposite. They are cruder
than a lawyer and stricter than needed: what they let through is proved lawful by people, what they catch is looked at.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

SENTENCES = re.compile(r"(?<=[.!?;:])\s+|\n+")

BAN = r"(?:must not|may not|shall not|cannot|never|do not|don't|not allowed|not permitted|forbidden|prohibited|banned)"
LARANG = r"(?:jangan|dilarang|ditegah|tidak boleh|tidak dibenarkan|tidak sekali-kali|haram)"
MUST = r"(?:must|have to|has to|are to|is to|required to|obliged to|expected to|shall)"
WAJIB = r"(?:wajib|mesti|hendaklah|dikehendaki|perlu|dimestikan|diwajibkan)"
US = r"(?:us|the business|the company|the firm|the shop|the owner|your employer|the boss|management)"
KAMI = r"(?:kami|perniagaan|syarikat|kedai|majikan|pemilik|pihak pengurusan)"
OWN = r"(?:personal|private|own) (?:\w+ )?(?:accounts?|profiles?|pages?|posts?|messages?|chats?|social media)"
SENDIRI = r"(?:akaun|profil|halaman|hantaran|mesej|media sosial) (?:\w+ )?(?:peribadi|persendirian|sendiri|tertutup)"
NOT = r"\b(?:not|no|never|nobody|nor|neither|without your|nothing|n't)\b"
TIDAK = r"\b(?:tidak|bukan|jangan|tiada|tanpa diminta)\b"


@dataclass(frozen=True)
class Detector:
    """One of the forbidden contents of a policy."""

    name: str
    wording: dict[str, str]
    unless: dict[str, str]

    def finds(self, text: str, language: str) -> list[str]:
        """The sentences of a text that hold it."""
        return [sentence for sentence in SENTENCES.split(text) if self.name in _held(sentence, language)]


def _detector(name: str, en: Iterable[str], ms: Iterable[str], unless_en: str = "", unless_ms: str = "") -> Detector:
    return Detector(name, {"en": "|".join(en), "ms": "|".join(ms)}, {"en": unless_en, "ms": unless_ms})


DETECTORS = (
    _detector(
        "no talk of pay or union",
        [
            rf"{BAN}\b.*\b(?:discuss|talk|speak|write|post|tell|say|share|complain|criticis\w+)\b.*"
            r"\b(?:pay|salar\w+|wages?|bonus|overtime|working (?:hours|conditions)|unions?|roster)\b",
            rf"{BAN}\b.*\b(?:join|form|support|belong to|talk to|speak to|go to)\b.*\bunions?\b",
            r"\b(?:pay|salar\w+|wages)\b.*\b(?:is|are|stays?|remains?) (?:a )?(?:secret|confidential)\b",
        ],
        [
            rf"{LARANG}\b.*\b(?:bincang\w*|berbincang|membincangkan|bercakap|bercerita|ceritakan|menulis|tulis|siarkan|kongsi"
            r"|berkongsi|mengkritik|merungut|mendedahkan)\b.*\b(?:gaji|upah|bonus|waktu kerja|keadaan kerja|kesatuan)\b",
            rf"{LARANG}\b.*\b(?:menyertai|sertai|menubuhkan|menyokong|berhubung dengan)\b.*\bkesatuan\b",
            r"\b(?:gaji|upah)\b.*\b(?:ialah|adalah|kekal|dianggap) (?:rahsia|sulit)\b",
        ],
        r"not forbidden|stops you|someone else's|another person's|other people's|colleague's|somebody's|somebody else's"
        r"|personnel file|pay slip",
        r"tidak dilarang|menghalang anda|orang lain|slip gaji|hal peribadi|rakan sekerja\b.*\btanpa persetujuan",
    ),
    _detector(
        "no criticism",
        [
            rf"{BAN}\b.*\b(?:negative|bad|critical|unfavourable|unkind|unflattering)\b.*\b(?:about|of|on) {US}\b",
            rf"{BAN}\b.*\b(?:criticis\w+|complain|run down|speak ill)\b.*\b(?:about |of |against )?{US}\b",
            rf"\bonly\b.*\b(?:positive|good|nice) (?:things|words|posts)\b.*\b{US}\b",
        ],
        [
            rf"{LARANG}\b.*\b(?:negatif|buruk|tidak baik|tidak elok)\b.*\b(?:tentang|terhadap|mengenai) {KAMI}\b",
            rf"{LARANG}\b.*\b(?:mengkritik|kritik|merungut|memburukkan|memburuk-burukkan)\b.*\b{KAMI}\b",
            rf"\bhanya\b.*\b(?:positif|baik-baik|yang baik)\b.*\b(?:tentang|terhadap|mengenai) {KAMI}\b",
        ],
        r"not forbidden|stops you|not misconduct|you may|for a bad reason",
        r"tidak dilarang|menghalang anda|bukan salah laku|anda boleh",
    ),
    _detector(
        "no reports to authorities",
        [
            rf"{BAN}\b.*\b(?:report|complain|go|talk|speak|write|turn|tell|contact)\b.*"
            r"\b(?:authorit\w+|police|labour (?:office|department)|macc|commissioner|ministry|tribunal|courts?)\b",
            r"\b(?:permission|approval|leave)\b.*\b(?:before|to)\b.*\b(?:report\w*|complain\w*|going to the police)\b",
            r"\bcomplaints?\b.*\b(?:harassment|wrongdoing)\b.*\b(?:stay|stays|kept|keep|remain)\b.*\b(?:inside|secret|in the firm)\b",
        ],
        [
            rf"{LARANG}\b.*\b(?:melapor\w*|laporkan|lapor|mengadu|adukan|aduan|laporan|bercakap|menghubungi|hubungi|pergi)\b.*"
            r"\b(?:pihak berkuasa|polis|pejabat buruh|jabatan tenaga kerja|sprm|pesuruhjaya|kementerian|tribunal|mahkamah)\b",
            r"\b(?:kebenaran|kelulusan)\b.*\b(?:sebelum|untuk)\b.*\b(?:melaporkan|mengadu|membuat (?:aduan|laporan))\b",
            r"\baduan\b.*\b(?:gangguan|salah laku)\b.*\b(?:dirahsiakan|kekal|disimpan)\b.*\b(?:dalam perniagaan|rahsia|dalaman)\b",
        ],
        r"you do not need|nobody needs|no rule|does not|stops you|not need our|police work|at the scene"
        r"|part of a police|case|rumour|suspect|investigation",
        r"tidak memerlukan|tidak perlu|tiada peraturan|tidak melarang|menghalang anda|kes polis|kes\b|siasatan|khabar",
    ),
    _detector(
        "private passwords, friend requests, phones",
        [
            rf"\b(?:give|hand|tell|show|send|write down|share|keep with)\b.*\bpasswords?\b.*\b{OWN}\b",
            rf"\b{MUST} (?:accept|add)\b.*\b(?:friend|follow|follower|request)",
            rf"\b(?:{MUST}|may ask you to|on demand)\b.*\b(?:hand over|unlock|open|show)\b.*\b(?:your|personal|own) (?:\w+ )?phones?\b",
            r"\b(?:inspect|search|check|go through)\w*\b.*\b(?:your|personal|own|their) (?:own |personal )?phones?\b",
        ],
        [
            rf"\b(?:beri|berikan|serahkan|menyerahkan|beritahu|tunjukkan|hantar|kongsi|memberikan)\b.*\bkata laluan\b.*\b{SENDIRI}\b",
            rf"\b{WAJIB}\b.*\bmenerima\b.*\b(?:sebagai rakan|permintaan rakan)\b",
            rf"\b(?:{WAJIB}|atas permintaan|apabila diminta)\b.*\b(?:menyerahkan|serahkan|membuka|buka|menunjukkan|tunjukkan)\b.*\btelefon\b",
            r"\b(?:memeriksa|periksa|menyemak|menggeledah|menyelongkar)\b.*\btelefon (?:anda|peribadi|pekerja|sendiri)\b",
        ],
        NOT + r"|work phone|shop's phone|business phone",
        TIDAK + r"|telefon kerja|telefon perniagaan|telefon kedai",
    ),
    _detector(
        "watching private life",
        [
            rf"\b(?:we|supervisors?|managers?|the business|the owner)\b.*\b(?:monitor|watch|check|follow|search|track|read|look (?:at|into|through))"
            rf"\w*\b.*\b{OWN}\b",
            r"\b(?:secretly|without telling (?:you|staff|anyone)|without (?:your|their) knowledge|under a false name|with a false name)\b",
            r"\b(?:location|whereabouts|gps)\b.*\b(?:after|outside|off) (?:work|working hours|duty|hours)\b",
        ],
        [
            rf"\b(?:kami|penyelia|pengurus|perniagaan|pemilik)\b.*\b(?:memantau|mengawasi|menyemak|memeriksa|mengikuti|mencari|membaca|meneliti"
            rf"|mengintip|mengintai|melihat)\b.*\b{SENDIRI}\b",
            r"\b(?:secara (?:senyap|rahsia|sulit)|senyap-senyap|secara sembunyi|tanpa pengetahuan (?:anda|pekerja)|dengan nama palsu|nama samaran)\b",
            r"\b(?:lokasi|gps)\b.*\b(?:selepas|di luar|luar) (?:kerja|waktu kerja|tugas)\b",
        ],
        NOT + r"|spying|someone shows us|brings us|said clearly|both want|test of link",
        TIDAK + r"|itu mengintip|membawa|menunjukkan hantaran|kedua-duanya mahu",
    ),
    _detector(
        "bans after leaving",
        [
            r"\b(?:after (?:leaving|you leave|you have left|employment|your work here ends)|once you (?:leave|have left)"
            r"|former (?:staff|employees|workers)|when you leave|(?:for|within) \w+ (?:months|years) after)\b"
            rf".*\b{BAN}\b.*\b(?:work|join|open|start|compete|rivals?|competitors?|contact|connect|customers|linkedin|similar)\b",
        ],
        [
            r"\b(?:selepas (?:berhenti|anda berhenti|meletak jawatan|tamat)|setelah (?:berhenti|anda berhenti)|apabila anda berhenti"
            r"|bekas pekerja|dalam tempoh \w+ (?:bulan|tahun) selepas)\b"
            rf".*\b{LARANG}\b.*\b(?:bekerja|menyertai|membuka|memulakan|bersaing|pesaing|menghubungi|pelanggan|linkedin|serupa)\b",
        ],
        r"customer list|confidential information|personal data",
        r"senarai pelanggan|maklumat sulit|data peribadi",
    ),
    _detector(
        "instant dismissal, fines, deductions",
        [
            r"\b(?:instant|immediate|automatic|summary)(?:ly)?\b.*\b(?:dismiss\w*|terminat\w*|sack\w*|fired)\b",
            r"\b(?:dismissed|terminated|sacked|fired)\b.*\b(?:immediately|at once|on the spot|automatically|without (?:notice|inquiry|warning))\b",
            r"\b(?:will|shall) (?:be|lose)\b.*\b(?:dismissed|terminated|sacked|fired|your job)\b",
            r"\b(?:be fined|fine of|pays? a fine|deduct\w*|docked|cut from (?:your|their) (?:pay|wages|salary)|pay is cut)\b",
        ],
        [
            r"\b(?:dipecat|pemecatan|dibuang kerja|pembuangan kerja|ditamatkan|penamatan|diberhentikan)\b.*"
            r"\b(?:serta-merta|secara automatik|tanpa (?:notis|siasatan|amaran)|24 jam)\b",
            r"\bserta-merta (?:dipecat|dibuang kerja|ditamatkan|diberhentikan)\b",
            r"\bakan (?:dipecat|dibuang kerja|diberhentikan|hilang kerja|ditamatkan perkhidmatan)\b",
            r"\b(?:didenda|denda|potongan gaji|gaji (?:\w+ )?(?:akan )?dipotong|(?:dipotong|ditolak) daripada gaji|potong gaji)\b",
        ],
        r"\bnobody\b|\bno one\b|there are no|\bno fines\b",
        r"\btiada\b",
    ),
    _detector(
        "suspension beyond the limits",
        [
            r"\bsuspen\w+\b.*\b(?:without pay|unpaid|no pay)\b|\bunpaid suspension\b",
            r"\b(?:suspen\w+|inquiry|stay away)\b.*\b(?:less than half|below half|(?:a |one )?(?:third|quarter) of|(?:[1-4]?\d) ?%)",
            r"\bsuspen\w+\b.*\b(?:months?|(?:three|four|five|six|eight|[3-9]|\d\d) weeks)\b",
        ],
        [
            r"\b(?:penggantungan|digantung)\b.*\btanpa (?:gaji|bayaran)\b",
            r"\b(?:penggantungan|digantung|siasatan)\b.*\b(?:kurang daripada separuh|(?:satu pertiga|sepertiga|suku) gaji|(?:[1-4]?\d) ?%)",
            r"\b(?:penggantungan|digantung)\b.*\b(?:bulan|(?:tiga|empat|lima|enam|lapan|[3-9]|\d\d) minggu)\b",
        ],
        r"\btwo weeks at most\b|\bat most two weeks\b",
        r"\bpaling lama dua minggu\b",
    ),
    _detector(
        "forced posts",
        [
            rf"\b{MUST} (?:share|repost|like|follow|forward|praise|advertise)\b.*\b(?:our|post\w*|pages?|offers?|videos?|everything)\b",
            rf"\b{MUST} (?:post|share|put up|publish|greet)\b.*\b(?:political|party|candidate|religious|prayer|faith)\b",
        ],
        [
            rf"\b{WAJIB} (?:berkongsi|kongsi|mengongsi|menyiarkan semula|menekan suka|menyukai|mengikuti|memuji|mengiklankan)\b.*"
            r"\b(?:kami|hantaran|halaman|tawaran|video|semua)\b",
            rf"\b{WAJIB} (?:menyiarkan|berkongsi|membuat)\b.*\b(?:politik|parti|calon|agama|doa|keagamaan)\b",
        ],
        NOT,
        TIDAK,
    ),
    _detector(
        "forced face or voice",
        [
            rf"\b{MUST} (?:appear|be (?:filmed|shown|photographed)|pose|lend|let us (?:use|show|film))\b",
            r"\b(?:we|the business) (?:may|can|will)\b.*\b(?:use|copy|clone|keep)\b.*\b(?:face|voice|likeness)\b",
            r"\b(?:by signing|by working here)\b.*\b(?:face|voice|picture|film\w*|photo\w*)\b",
        ],
        [
            rf"\b{WAJIB} (?:muncul|dirakam|bergambar|tampil|membenarkan (?:kami|wajah|suara|gambar))\b",
            r"\b(?:kami|perniagaan) (?:boleh|berhak|akan)\b.*\b(?:menggunakan|meniru|menyalin)\b.*\b(?:wajah|suara)\b",
            r"\bdengan (?:menandatangani|bekerja)\b.*\b(?:wajah|suara|gambar|rakaman)\b",
        ],
        NOT + r"|consent|agree",
        TIDAK + r"|persetujuan|bersetuju",
    ),
    _detector(
        "owning private accounts",
        [
            rf"\b{OWN}\b.*\b(?:belongs? to {US}|(?:is|are|becomes?|stays?) (?:ours|our property|the property of)|owned by {US})",
            r"\b(?:own|free) time\b.*\b(?:belongs? to (?:us|the business|the company)|(?:is|are|becomes?) ours)\b",
            rf"\b(?:hand over|give up|transfer)\b.*\b(?:{OWN}|your followers|your contacts)\b",
        ],
        [
            rf"\b{SENDIRI}\b.*\b(?:(?:hak )?milik|kepunyaan) {KAMI}\b",
            r"\bmasa (?:sendiri|lapang)\b.*\b(?:(?:hak )?milik|kepunyaan) (?:kami|perniagaan|syarikat)\b",
            rf"\b(?:menyerahkan|serahkan|memindahkan)\b.*\b(?:{SENDIRI}|pengikut anda|kenalan anda)\b",
        ],
        NOT,
        TIDAK,
    ),
    _detector(
        "rules for the past, rules unread",
        [
            r"\b(?:posts?|things?|what you (?:did|posted))\b.*\b(?:before that day|before this policy|in the past|earlier)\b.*"
            r"\b(?:judged|covered|punished|breach|counts?|applies)\b",
            r"\b(?:applies|counts|holds)\b.*\b(?:posts|what you posted)\b.*\b(?:before|earlier|in the past)\b",
            r"\bwhether or not you have (?:read|seen|received)\b|\bdeemed to (?:have read|know)\b",
        ],
        [
            r"\bhantaran\b.*\b(?:sebelum (?:hari itu|dasar ini)|terdahulu|pada masa lalu)\b.*\b(?:dinilai|tertakluk|dihukum|melanggar|terpakai)\b",
            r"\b(?:terpakai|berkuat kuasa)\b.*\b(?:hantaran (?:lama|terdahulu|sebelum)|ke belakang)\b",
            r"\bsama ada anda (?:sudah|telah) (?:membaca|menerima)\b.*\batau (?:belum|tidak)\b|\bdianggap (?:telah|sudah) membaca\b",
        ],
        NOT,
        TIDAK,
    ),
    _detector(
        "hidden advertising",
        [
            r"\b(?:need not|do not|don't|without) (?:say|saying|mention\w*|tell\w*|disclos\w+)\b.*"
            r"\b(?:you work (?:here|for us)|(?:you|they) (?:are|were) paid|paid|reward\w*|free gift|sponsored)\b",
            r"\b(?:write|post|leave|give)\b.*\b(?:review|five stars)\b.*\b(?:as a customer|second account|another name|false name)\b",
        ],
        [
            r"\b(?:tidak perlu|jangan|tanpa) (?:menyatakan|nyatakan|menyebut|sebut|memberitahu|beritahu|mendedahkan)\b.*"
            r"\b(?:anda bekerja (?:di sini|dengan kami)|dibayar|bayaran|ganjaran|hadiah percuma|tajaan)\b",
            r"\b(?:tulis|siarkan|berikan|tinggalkan)\b.*\b(?:ulasan|lima bintang)\b.*\b(?:sebagai pelanggan|akaun kedua|nama lain|nama palsu)\b",
        ],
        r"family, football|must not|a reader|do not write|never|prices?",
        r"keluarga|jangan tulis|pembaca|jangan sekali-kali|harga",
    ),
    _detector(
        "laws that do not bind staff",
        [r"\b(?:section|s\.) ?211\b|\bonline safety act\b|\bcyber security act\b|\bact (?:854|866)\b"],
        [r"\bseksyen 211\b|\bakta keselamatan (?:dalam talian|siber)\b|\bakta (?:854|866)\b"],
    ),
    _detector(
        "privacy notice in one language",
        [r"\bprivacy notice\b.*\b(?:only in (?:english|malay)|in (?:english|malay) only|(?:english|malay)-only)\b"],
        [r"\bnotis privasi\b.*\b(?:hanya dalam bahasa \w+|dalam bahasa \w+ sahaja)\b"],
    ),
    _detector(
        "the law wants this policy, or Malay",
        [
            r"\b(?:law|laws|act|section \d+)\b.*\b(?:requires?|demands?|obliges?|orders?|says that)\b.*\b(?:policy|rules|malay)\b",
            r"\b(?:policy|malay)\b.*\b(?:required|demanded|ordered|laid down) by (?:the )?law\b",
        ],
        [
            r"\b(?:undang-undang|akta|seksyen \d+)\b.*\b(?:menghendaki|mewajibkan|mensyaratkan|memerlukan)\b.*"
            r"\b(?:dasar|peraturan ini|bahasa melayu|bahasa malaysia)\b",
            r"\b(?:dasar|bahasa melayu|bahasa malaysia)\b.*\b(?:diwajibkan|dikehendaki|disyaratkan) oleh undang-undang\b",
        ],
        r"privacy notice|notice that",
        r"notis privasi",
    ),
    _detector(
        "one language before the other",
        [r"\b(?:malay|english)\b.*\b(?:prevails?|counts|decides|comes first)\b"],
        [r"\bbahasa (?:melayu|malaysia|inggeris)\b.*\b(?:mengatasi|diutamakan|menjadi rujukan|yang terpakai|muktamad)\b"],
    ),
)


@lru_cache(maxsize=100_000)
def _held(sentence: str, language: str) -> frozenset[str]:
    """Names of the detectors that find something in a sentence; documents repeat the same sentences."""
    return frozenset(
        each.name
        for each in DETECTORS
        if _pattern(each.wording[language]).search(sentence)
        and not (each.unless[language] and _pattern(each.unless[language]).search(sentence))
    )


@lru_cache(maxsize=200)
def _pattern(wording: str) -> re.Pattern[str]:
    return re.compile(wording, re.IGNORECASE)


def held(text: str, language: str) -> dict[str, list[str]]:
    """Every forbidden content of a text, with the sentences that hold it."""
    found: dict[str, list[str]] = {}
    for sentence in SENTENCES.split(text):
        for name in _held(sentence, language):
            found.setdefault(name, []).append(sentence)
    return found
