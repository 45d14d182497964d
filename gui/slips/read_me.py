"""The README in a support file: what is what, in both languages, whoever opens it."""

from __future__ import annotations

READ_ME = """\
DESTEK DOSYASI
==============
Bu dosyada tek bir iptal/iade işlemi hakkında bilinen her şey vardır. Hiçbir anahtar, kullanıcı adı veya
parola yoktur; bunların yerinde *** yazar.

destek.pdf                    hepsi bir arada, okumak ve yazdırmak için
case.json                     hangi hesap, hangi referans, ne kadar, ne zaman, programın sürümü
request.*                     ödeme kuruluşuna gönderilen istek, gizli bilgiler olmadan
answer-step-N.*               N. adımda gelen yanıt ya da bağlantının nasıl koptuğu
steps.json                    adım adım ne oldu; gateway_date: ödeme kuruluşunun kendi saati (HTTP Date)
payment-before.*              gönderilmeden önce ödeme kuruluşunun gösterdiği ödeme
payment-last-answered.*       ödeme kuruluşunun son gösterdiği ödeme
audit.json                    bu işlem hakkında denetim kaydının satırları; her satır bir öncekine
                              anahtarlı bir özetle (HMAC-SHA256) bağlıdır. Anahtar iş yerinde kalır.

Saatler UTC'dir (sonunda +00:00). PDF'teki saatler Türkiye saatidir. Tutarlar kuruştur: 125000 = 1.250,00 TL.
"armed" yazıldı, "sent" gönderildi, "done" yapıldı, "refused" reddedildi, "not_sent" gönderilmedi,
"unknown" sonuç belirsiz demektir: para iade edilmiş de olabilir, edilmemiş de.


SUPPORT FILE
============
Everything that is known of one void or refund. No key, user name or password is in it: where one stood
there is ***.

destek.pdf                    all of it, to be read and printed
case.json                     which account, which reference, how much, when, the program's version
request.*                     what was sent to the gateway, without secrets
answer-step-N.*               what was answered at step N, or how the connection broke
steps.json                    what happened, step by step; gateway_date: the gateway's own clock (HTTP Date)
payment-before.*              the payment as the gateway showed it before anything was sent
payment-last-answered.*       the payment as the gateway showed it last
audit.json                    the audit log's rows about it; each is linked to the one before it by a keyed
                              hash (HMAC-SHA256). The key stays with the shop.

Times are UTC (they end with +00:00); those in the PDF are Istanbul's. Amounts are kuruş: 125000 = 1.250,00
TL. "unknown" means that nobody knows: the money may have gone back, or not.
"""
