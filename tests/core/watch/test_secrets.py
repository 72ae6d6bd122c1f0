"""What looks like a password is refused; what people write otherwise is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.content.load import load_library
from desktop.core.watch.secrets import looks_like_password

SECRETS = """
password: roti123
Password : Mentega
password = hunter2
Passwords: Seri#2024, Murni#2024
pw=abc
PW: rotikacang
password: mentega, user: aminah
p/w: kekcoklat9
pwd Kek88lapis
the password is hunter22
kata laluan: mentega
Kata laluan ialah mentega
kata laluan akaun: ditulis; kata laluan = roti
katalaluan roti2024x
kata laluan Murni!2024
Facebook, password Seri.Murni99
passcode 4471
pin 1234
PIN: 8842
PIN 88 42
Nombor PIN 123456
pin number is 1234
OTP 482913
TAC: 482913
cvv 123
kod 482913
Kod pengesahan: 482 913
kod TAC ialah 482913
code 90211
verification code: 482913
recovery code 8F3K-22LQ
backup codes: 12345678 87654321
kod sandaran 1234 5678
Kod pemulihan: a1b2-c3d4
security code = 8841
API key: 9f8e7d6c5b4a
access token 8841aa22bc
482913
482 913
8842
12345678 87654321
1234 5678, 8765 4321
abkz qwxt plmo nbvc
Roti2027!
login: kak aminah / kuihtalam7
Log masuk = aminah@kedai.my | kuih7talam
Aminah pakai "Mentega88!".
P@ssw0rd
password123
qwerty123
Roti$eri2024
Murni#88kek!
ask me, it is Kek^Lapis77
x7Kp2mQ9vL4z
JBSWY3DPEHPK3PXP
9f86d081884c7d659a2feaa0c55ad015
A1B2-C3D4-E5F6-G7H8
sk-proj-abcdefghijklmnopqrstu
ghp_abcdefghijklmnopqrstuvwxyz0123
4111 1111 1111 1111
card 5555555555554444
378282246310005
""".strip().splitlines()

HARMLESS = """

Aminah Yusof
Kedai Roti Seri Murni
@kedai.roti_murni
kedairoti2024
SeriMurni2024
Kedai_Roti88
1Malaysia2Go
@kedai@mastodon.social
aminah@kedairoti.com.my
kedai.roti+page@gmail.com
https://www.facebook.com/profile.php?id=100064512345678
facebook.com/kedairoti?ref=ts88
https://maps.app.goo.gl/x7Kp2mQ9vL4zTT
100064512345678
UCX6OQ3DkcsbYNE6H8uQQuVA
03-6123 4567
6123 4567
012-345 6789
+60 12-345 6789
1 300 88 2525
0123456789
880101-14-5678
2026
23 November 2026
23/11/2026
2026-11-23
Order 2026-00123
Pesanan #A20231 untuk 3 kek
INV-2026-0012
Order AB12-CD34 is late
Nombor pesanan: 884213
RM12.50!
RM500!
Covid19!
Akaun: 3/11/2026 disemak
Login: Facebook / Google
Account: page / 12
US$1500
100%halal
50%-70%
43000 Kajang
Google Authenticator on Aminah's phone
Pengesah Google pada telefon Aminah
Recovery e-mail is admin@kedairoti.com.my
Kata laluan disimpan dalam peti besi
Kata laluan ditukar pada 3/11/2026
kata laluan: dalam pengurus kata laluan Aminah
Kata laluan ialah rahsia
Password changed 2026
password changed on 3 November
The password is in the safe
Password: ask Aminah
Pengurus kata laluan: Bitwarden
Kata laluan *akaun peribadi* tidak diminta
Kata laluan: tiada, sebab log masuk dengan Google
password: none
Passwords are kept in Bitwarden
Tukar kata laluan setiap 90 hari
Kod pos 43000
postcode 43000
postal code 43000
promo code RAYA2026
kod promo RAYA2026
Kod QR di kaunter
Penal Code 507B
Content Code 2022
Code of conduct 2022
The code was sent to Aminah's phone
kod dihantar ke telefon Aminah
recovery codes in the sealed envelope, 8 of 10 left
Key with Ravi since 12.03.2026
Kunci pejabat ada pada Siti
PIN is known to two people
Pin the post of 2026 on top
Pinned 3 posts
Two-factor by SMS to 012-345 6789
3 admins, 1 agency: Kreatif88 Sdn Bhd
Agensi: Media#1 Enterprise
Kami buka 9am-6pm; hubungi 012-3456789
Password
kata laluan
Lupa kata laluan
#kedairoti #raya2026
""".splitlines()


@pytest.mark.parametrize("text", SECRETS)
def test_what_gives_entry_is_refused(text):
    assert looks_like_password(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_names_numbers_and_notes_are_let_through(text):
    assert not looks_like_password(text)


@pytest.mark.parametrize(
    "text", ["kata laluan serimurni", "Password Mentega.", "roti2027", "Mentega88", "roti2027!", " Roti2027. "]
)
def test_a_note_is_more_than_a_word_with_a_number(text):
    assert looks_like_password(text, is_note=True)


@pytest.mark.parametrize(
    "text", ["Agensi Kreatif88 sejak Mei", "Kata laluan ditukar", "password manager", "Lupa kata laluan"]
)
def test_a_note_that_says_something_is_let_through(text):
    assert not looks_like_password(text, is_note=True)


@given(st.text(max_size=300))
def test_any_text_is_answered(text):
    assert looks_like_password(text) in (True, False)


@given(
    st.sampled_from(("password: ", "Kata laluan: ", "pw = ", "PASSWORD=")),
    st.from_regex(r"[a-z]{3,8}\d{2,4}", fullmatch=True),
)
def test_what_is_called_a_password_is_refused_however_it_looks(label, value):
    assert looks_like_password(label + value)


def test_no_sentence_of_the_library_is_refused():
    library = load_library()
    texts = [
        text for clause in library.clauses for part in (clause.title, clause.why, clause.body) for text in part.values()
    ]
    texts += [
        text for each in library.questions for part in (each.prompt, each.why, each.example) for text in part.values()
    ]
    lines = [line for text in texts for line in text.splitlines()]
    assert len(lines) > 1000
    assert [line for line in lines if looks_like_password(line)] == []
