"""Which sentences of an owner reach too far to stand, and which do not, with the rules that are shipped."""

from dataclasses import replace

import pytest

from desktop.content.load import load_library
from desktop.content.passages import passages
from desktop.core.breadth import reaches_too_far
from desktop.core.reference import Overbroad
from desktop.core.text import side
from desktop.core.uses import bodies

LIBRARY = load_library()

TOO_FAR = {
    "en": [
        "Staff represent the business at all times.",
        "You are one of us, on or off duty.",
        "Never post anything negative about the business.",
        "Avoid negative words when you write about your work.",
        "You may not criticise the owner or the way things are done.",
        "Do not complain about work on Facebook.",
        "Staff must not be disrespectful.",
        "Posts that embarrass the shop are forbidden.",
        "Do not post pictures from the kitchen, for any reason.",
        "Staff must not post any pictures of the shop.",
        "It is forbidden to write anything on review sites.",
        "Nobody may bring the company into disrepute.",
        "Do not share anything about the company.",
        "All company information stays inside.",
        "Keep confidential matters to yourself.",
        "Inappropriate content is not allowed.",
        "Unprofessional posts have consequences.",
        "We have zero tolerance for mistakes online.",
        "Anyone who breaks this rule will be dismissed.",
        "Leaking a price means instant termination.",
        "The owner decides at his sole discretion.",
        "There are no exceptions.",
        "You must not discuss salary with your colleagues.",
        "What is in your pay slip and about pay stays secret.",
        "Nobody may go to the labour office without telling us.",
        "Staff must not join a union.",
        "You must share our posts on your own page.",
        "Everyone has to share our new videos.",
        "The business may use your face in its advertisements.",
        "We look at all your posts.",
        "We check the personal accounts of new staff.",
        "You must not write about politics on your personal account.",
        "Your supervisor may inspect your phone.",
        "Give us the password of your personal account.",
        "Followers of your personal page belong to the company.",
        "RM50 will be deducted from your salary.",
        "Whoever posts late will be fined.",
        "After leaving, you must not work for a shop like ours.",
    ],
    "ms": [
        "Pekerja mewakili perniagaan pada setiap masa.",
        "Anda wakil kami siang dan malam.",
        "Jangan siarkan apa-apa yang negatif tentang perniagaan.",
        "Elakkan kata negatif apabila menulis tentang kerja.",
        "Anda tidak boleh mengkritik pemilik atau cara kerja di sini.",
        "Pekerja dilarang merungut tentang kerja di Facebook.",
        "Pekerja tidak boleh menunjukkan sikap tidak hormat.",
        "Hantaran yang tidak menghormati majikan adalah salah.",
        "Hantaran yang memalukan kedai dilarang.",
        "Hantaran boleh dipadam tanpa sebarang sebab.",
        "Pekerja dilarang menyiarkan sebarang gambar kedai.",
        "Jangan tulis apa-apa di laman ulasan.",
        "Jangan menjejaskan imej kami.",
        "Jangan kongsi apa-apa tentang syarikat.",
        "Sebarang maklumat syarikat tidak boleh dikongsi.",
        "Simpan perkara sulit untuk diri sendiri.",
        "Kandungan tidak sesuai dilarang.",
        "Hantaran yang tidak profesional akan dikenakan tindakan.",
        "Kami mengamalkan toleransi sifar.",
        "Pelakunya akan dipecat.",
        "Mereka yang membocorkan harga serta-merta dipecat.",
        "Keputusan dibuat atas budi bicara mutlak pemilik.",
        "Telefon tidak boleh digunakan dalam apa jua keadaan.",
        "Pekerja dilarang membincangkan gaji dengan rakan sekerja.",
        "Gaji anda rahsia, jangan ceritakan kepada orang.",
        "Anda tidak boleh mengadu kepada pejabat buruh.",
        "Pekerja tidak dibenarkan menyertai kesatuan.",
        "Anda wajib berkongsi hantaran kami di halaman sendiri.",
        "Setiap orang mesti kongsi video baharu kami.",
        "Perniagaan berhak menggunakan wajah anda dalam iklan.",
        "Kami melihat semua hantaran anda.",
        "Kami memantau akaun peribadi pekerja baharu.",
        "Anda dilarang menulis tentang politik di akaun peribadi.",
        "Penyelia boleh memeriksa telefon anda.",
        "Berikan kata laluan akaun peribadi anda kepada kami.",
        "Pengikut di halaman peribadi anda ialah milik syarikat.",
        "RM50 akan dipotong daripada gaji.",
        "Sesiapa yang lewat membuat hantaran akan didenda.",
        "Selepas berhenti, anda dilarang bekerja di kedai seperti kedai kami.",
    ],
}

STANDS = {
    "en": [
        "Do not post pictures of the oven room, because our methods show there.",
        "Never tell anyone the alarm code.",
        "You may criticise us; do not threaten anyone.",
        "Leave negative reviews where they are, and answer them within a day.",
        "Do not publish confidential information.",
        "Some things are confidential, such as recipes and cost prices.",
        "You must not show any customer without consent.",
        "Ask before you film in the kitchen.",
        "A serious case may end in dismissal, after due inquiry.",
        "Nobody will be dismissed without a hearing.",
        "There are no fines and no cuts from wages.",
        "You are free to talk about pay and to go to the labour office; nobody needs our permission.",
        "You may share our posts if you wish.",
        "We do not ask for the password of your personal account.",
        "A post on a personal account concerns us only if it is linked with work and does real harm.",
        "The business accounts belong to the business.",
        "Your personal account is yours, with its followers.",
        "When you leave, hand back the keys of the business accounts; confidential information stays protected.",
        "Answer customers politely within four hours.",
        "We check the shop's own page each morning.",
        "Do not post while you drive.",
        "We show your face only with your consent.",
        "Keep the password of the business account in the password manager.",
        "Pay suppliers by bank transfer, never by a link in a chat.",
    ],
    "ms": [
        "Jangan siarkan gambar bilik ketuhar, kerana cara kerja kami kelihatan di situ.",
        "Jangan beritahu sesiapa kod penggera.",
        "Anda boleh mengkritik kami; jangan mengancam orang.",
        "Biarkan ulasan negatif, dan jawab dalam masa sehari.",
        "Jangan siarkan maklumat sulit.",
        "Ada perkara yang sulit, misalnya resipi dan harga kos.",
        "Jangan paparkan mana-mana pelanggan tanpa persetujuan.",
        "Tanya dahulu sebelum merakam di dapur.",
        "Kes berat boleh berakhir dengan pembuangan kerja, selepas siasatan sewajarnya.",
        "Tiada sesiapa akan dipecat tanpa didengar dahulu.",
        "Tiada denda dan tiada potongan gaji.",
        "Anda bebas bercakap tentang gaji dan pergi ke pejabat buruh.",
        "Anda boleh berkongsi hantaran kami jika sudi.",
        "Kami tidak meminta kata laluan akaun peribadi anda.",
        "Hantaran di akaun peribadi menjadi urusan kami hanya jika ada kaitan dengan kerja dan kemudaratan sebenar.",
        "Akaun perniagaan ialah milik perniagaan.",
        "Akaun peribadi ialah milik anda, termasuk pengikutnya.",
        "Apabila berhenti, serahkan kunci akaun perniagaan; maklumat sulit tetap dilindungi.",
        "Jawab pelanggan dengan sopan dalam masa empat jam.",
        "Kami menyemak halaman kedai setiap pagi.",
        "Jangan membuat hantaran semasa memandu.",
        "Kami memaparkan wajah anda hanya dengan persetujuan anda.",
        "Simpan kata laluan akaun perniagaan dalam pengurus kata laluan.",
        "Gaji dibayar pada akhir bulan.",
    ],
}


def told(sentences):
    return [(language, sentence) for language, each in sentences.items() for sentence in each]


@pytest.mark.parametrize(("language", "sentence"), told(TOO_FAR))
def test_what_reaches_too_far_is_caught(language, sentence):
    for reach in reaches_too_far(LIBRARY, sentence, language):
        assert reach.phrase in sentence
        assert side(reach.why, "en")
        assert side(reach.why, "ms")
        return
    pytest.fail(sentence)


@pytest.mark.parametrize(("language", "sentence"), told(STANDS))
def test_a_rule_that_can_stand_is_left_alone(language, sentence):
    assert [reach.phrase for reach in reaches_too_far(LIBRARY, sentence, language)] == []


def test_every_rule_catches_one_of_the_sentences():
    idle = [
        (rule.language, rule.phrase)
        for rule in LIBRARY.overbroad
        if not any(
            reaches_too_far(replace(LIBRARY, overbroad=(rule,)), sentence, rule.language)
            for sentence in TOO_FAR[rule.language]
        )
    ]
    assert idle == []


@pytest.mark.parametrize("language", ["en", "ms"])
def test_the_library_passes_the_rules_it_is_held_to(language):
    findings = [
        (passage.file, passage.place, reach.phrase)
        for passage in passages(LIBRARY)
        if passage.is_body
        for reach in reaches_too_far(LIBRARY, side(passage.text, language), language, by_owner=False)
    ]
    assert findings == []


@pytest.mark.parametrize("language", ["en", "ms"])
def test_rules_of_thumb_seldom_cry_wolf_over_sane_wording(language):
    wordings = [body[language] for clause in LIBRARY.clauses for body in bodies(clause)]
    false_alarms = [words for words in wordings if reaches_too_far(LIBRARY, words, language)]
    assert len(false_alarms) <= len(wordings) * 0.03


def rule(**more):
    return replace(LIBRARY, overbroad=(Overbroad("en", "any post", {"en": "why"}, **more),))


def phrases(library, words, **more):
    return [reach.phrase for reach in reaches_too_far(library, words, "en", **more)]


def test_phrases_are_whole_words_in_any_case_and_each_is_named_once():
    assert phrases(rule(), "Any post, and any post. Many posts.") == ["Any post"]
    assert phrases(rule(also=("any poster",)), "Take down any poster.") == ["any poster"]
    assert phrases(rule(), "Many poster.") == []


def test_words_beside_it_count_in_the_same_sentence_only():
    never = rule(beside=("never",))
    assert phrases(never, "Never write any post.") == ["any post"]
    assert phrases(never, "We never shout. Show us any post.") == []


def test_an_excuse_counts_in_the_same_paragraph_only():
    because = rule(unless=("because",))
    assert phrases(because, "Hide any post. It is so because names show.") == []
    assert phrases(because, "Hide any post.\n\nWe say so because names show.") == ["any post"]
    assert phrases(because, "- hide any post\n- because names show") == ["any post"]


def test_a_rule_of_thumb_is_not_held_against_the_library():
    assert phrases(rule(owner_only=True), "Hide any post.", by_owner=False) == []
    assert phrases(rule(owner_only=True), "Hide any post.") == ["any post"]
    assert reaches_too_far(rule(), "Hide any post.", "ms") == ()
