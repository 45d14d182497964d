<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr" sourcelanguage="en">
<context>
    <name>AboutSection</name>
    <message>
        <source>Keys and passwords are in the system&apos;s keyring and nowhere else.</source>
        <translation>Anahtarlar ve parolalar sistemin anahtarlığındadır; başka hiçbir yerde değil.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lisans</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lisanslar</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Not promised</source>
        <translation>Söz verilmeyen</translation>
    </message>
    <message>
        <source>Nothing is closed because time passed: evidence settles it, or a person and a second one.</source>
        <translation>Hiçbir şey süre doldu diye kapanmaz: ya kanıt karar verir ya da bir kişi, ikinci bir kişiyle birlikte.</translation>
    </message>
    <message>
        <source>One press, one request: a reversal is written down before it is sent, is sent once, and is never sent again by itself.</source>
        <translation>Bir basış, bir istek: iptal/iade gönderilmeden önce yazılır, bir kez gönderilir ve kendiliğinden bir daha gönderilmez.</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Söz verilen</translation>
    </message>
    <message>
        <source>Refund Desk is under the MIT licence. Qt and PySide6 are used under the LGPL 3: they lie beside the program as files of their own and may be exchanged for others.</source>
        <translation>İade Masası MIT lisanslıdır. Qt ve PySide6, LGPL 3 ile kullanılır: programın yanında ayrı dosyalar olarak dururlar ve başkalarıyla değiştirilebilirler.</translation>
    </message>
    <message>
        <source>Refund Desk {version}</source>
        <translation>İade Masası {version}</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Lisans metni</translation>
    </message>
    <message>
        <source>The log shows accidents and tampering by others, not by whoever owns this computer&apos;s login.</source>
        <translation>Günlük, kazaları ve başkalarının müdahalesini gösterir; bu bilgisayarın oturumuna sahip olanınkini değil.</translation>
    </message>
    <message>
        <source>The package brings no text of its licence.</source>
        <translation>Paket lisans metnini birlikte getirmiyor.</translation>
    </message>
    <message>
        <source>Two computers, or two users of one computer, have ledgers of their own and can pay the same sale twice; so can the gateway&apos;s own web panel. EsnekPOS is asked once more before sending, which narrows that to a moment. At Param nothing is asked: each ledger counts for itself, and together they can pay twice what is left. Only one ledger for all closes that.</source>
        <translation>İki bilgisayarın ya da aynı bilgisayarı kullanan iki kullanıcının kendi defterleri vardır ve aynı satışı iki kez iade edebilirler; ödeme kuruluşunun kendi web paneli de öyle. EsnekPOS’a göndermeden hemen önce bir kez daha sorulur; bu, aralığı bir ana indirir. Param’a hiçbir şey sorulmaz: her defter yalnız kendini sayar ve ikisi birlikte kalanın iki katını iade edebilir. Bunu yalnızca herkesin kullandığı tek bir defter önler.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Sürüm</translation>
    </message>
    <message>
        <source>What is promised</source>
        <translation>Ne söz veriliyor</translation>
    </message>
    <message>
        <source>What the gateways do not write in their documents is not known here; then the program takes the cautious reading.</source>
        <translation>Ödeme kuruluşlarının belgelerinde yazmadığı şey burada bilinmez; program o zaman temkinli yorumu seçer.</translation>
    </message>
    <message>
        <source>see its text</source>
        <translation>metnine bakın</translation>
    </message>
    <message>
        <source>“Failed” is said only when it is proven. Everything else is called unknown, locked, and looked up.</source>
        <translation>“Olmadı” ancak kanıtlandığında denir. Geri kalan her şey belirsiz sayılır, kilitlenir ve araştırılır.</translation>
    </message>
</context>
<context>
    <name>AccountEditor</name>
    <message>
        <source>Add the LIVE account</source>
        <translation>CANLI üye iş yerini ekle</translation>
    </message>
    <message>
        <source>Add the account</source>
        <translation>Üye iş yerini ekle</translation>
    </message>
    <message>
        <source>Edit an account</source>
        <translation>Üye iş yerini düzenle</translation>
    </message>
    <message>
        <source>If the keyring asks for its password, give it there.</source>
        <translation>Anahtarlık parolasını sorarsa orada girin.</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Yeni üye iş yeri</translation>
    </message>
    <message>
        <source>Only looks whether Param&apos;s service answers; its one operation moves money</source>
        <translation>Yalnız Param servisinin yanıt verip vermediğine bakar; tek işlemi para hareket ettirir</translation>
    </message>
    <message>
        <source>Save the LIVE account</source>
        <translation>CANLI üye iş yerini kaydet</translation>
    </message>
    <message>
        <source>Save the account</source>
        <translation>Üye iş yerini kaydet</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Kaydediliyor…</translation>
    </message>
    <message>
        <source>Sends one harmless query</source>
        <translation>Tek bir zararsız sorgu gönderir</translation>
    </message>
    <message>
        <source>Take an account back into use</source>
        <translation>Üye iş yerini yeniden kullanıma al</translation>
    </message>
    <message>
        <source>Take it back into use</source>
        <translation>Yeniden kullanıma al</translation>
    </message>
    <message>
        <source>Take the LIVE account back into use</source>
        <translation>CANLI üye iş yerini yeniden kullanıma al</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Dene</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Deneniyor…</translation>
    </message>
</context>
<context>
    <name>AccountForm</name>
    <message>
        <source>Address of the simulator</source>
        <translation>Simülatörün adresi</translation>
    </message>
    <message>
        <source>Any https page of yours will do; the result is read by query.</source>
        <translation>Herhangi bir https sayfanız olabilir; sonuç sorgulamayla okunur.</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Ortam</translation>
    </message>
    <message>
        <source>Every void and refund reaches real customers. Check the code twice.</source>
        <translation>Her iptal ve iade gerçek müşterilere ulaşır. Kodu iki kez kontrol edin.</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Ödeme kuruluşu</translation>
    </message>
    <message>
        <source>Hold to the literal reading of Param&apos;s payable rule</source>
        <translation>Param&apos;ın ödenecek tutar kuralını harfiyen uygula</translation>
    </message>
    <message>
        <source>It can&apos;t be changed; add another account for another gateway.</source>
        <translation>Değiştirilemez; başka bir kuruluş için yeni üye iş yeri ekleyin.</translation>
    </message>
    <message>
        <source>LIVE: real money moves through this account.</source>
        <translation>CANLI: bu üye iş yerinden gerçek para geçer.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>On: a seller may never be due more than what is given back. Off: you are asked each time.</source>
        <translation>Açık: mağazaya, geri verilenden fazlası asla ödenemez. Kapalı: her seferinde size sorulur.</translation>
    </message>
    <message>
        <source>Payable rule</source>
        <translation>Ödenecek tutar kuralı</translation>
    </message>
    <message>
        <source>The bank closes its day at (optional)</source>
        <translation>Bankanın gün sonu saati (isteğe bağlı)</translation>
    </message>
    <message>
        <source>The hour in Istanbul, such as 22:00. Left empty, the day ends at midnight.</source>
        <translation>İstanbul saatiyle, örneğin 22:00. Boş bırakılırsa gün gece yarısı biter.</translation>
    </message>
    <message>
        <source>This is no time of day. Write it like 22:00</source>
        <translation>Bu bir saat değil. 22:00 gibi yazın.</translation>
    </message>
    <message>
        <source>To change one of these three, type all three.</source>
        <translation>Bu üçünden birini değiştirmek için üçünü de yazın.</translation>
    </message>
    <message>
        <source>Up to five digits. Param must have registered this shop&apos;s public IP address, for tests too.</source>
        <translation>En çok beş rakam. Bu iş yerinin internet adresi (IP) Param&apos;da kayıtlı olmalıdır; test için de.</translation>
    </message>
    <message>
        <source>What the shop calls it; left empty, the code above.</source>
        <translation>İş yerinin ona verdiği ad; boş bırakılırsa yukarıdaki kod.</translation>
    </message>
    <message>
        <source>Without one, voiding is not offered on this account. Any https page of yours will do; the result is read by query.</source>
        <translation>Boşsa bu üye iş yerinde iptal sunulmaz. Herhangi bir https sayfanız olabilir; sonuç sorgulamayla okunur.</translation>
    </message>
</context>
<context>
    <name>AccountTable</name>
    <message>
        <source>Accounts</source>
        <translation>Üye iş yerleri</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Bakılıyor…</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kod</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Ortam</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Kuruluş</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
</context>
<context>
    <name>Accounts</name>
    <message>
        <source>Credentials missing</source>
        <translation>Giriş bilgileri eksik</translation>
    </message>
    <message>
        <source>Keyring locked</source>
        <translation>Anahtarlık kilitli</translation>
    </message>
    <message>
        <source>No keyring</source>
        <translation>Anahtarlık yok</translation>
    </message>
    <message>
        <source>One harmless query was sent; no money moved.</source>
        <translation>Tek bir zararsız sorgu gönderildi; para hareketi olmadı.</translation>
    </message>
    <message>
        <source>Param&apos;s credentials can&apos;t be proven without moving money, so they were not tried. A wrong password may end a return as unknown, with the order locked: check them twice.</source>
        <translation>Param giriş bilgileri para hareketi olmadan doğrulanamaz, bu yüzden denenmedi. Yanlış parola bir iadeyi belirsiz bırakabilir ve sipariş kilitlenir: bilgileri iki kez kontrol edin.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Hazır</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Kullanımda değil</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {minutes} minutes off the gateway&apos;s: set it, since void or refund is decided by the time.</source>
        <translation>Bu bilgisayarın saati kuruluşun saatinden {minutes} dakika farklı: saati düzeltin, çünkü iptal mi iade mi olduğuna saate göre karar verilir.</translation>
    </message>
    <message>
        <source>{account}: Param&apos;s service answers this computer.</source>
        <translation>{account}: Param servisi bu bilgisayara yanıt veriyor.</translation>
    </message>
    <message>
        <source>{account}: the gateway answered and took the credentials.</source>
        <translation>{account}: kuruluş yanıt verdi ve giriş bilgilerini kabul etti.</translation>
    </message>
</context>
<context>
    <name>AccountsPanel</name>
    <message>
        <source>Accounts can be changed by: {roles}</source>
        <translation>Üye iş yerlerini değiştirebilen: {roles}</translation>
    </message>
    <message>
        <source>Add the first one…</source>
        <translation>İlkini ekle…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Ekle…</translation>
    </message>
    <message>
        <source>An account is one merchant at EsnekPOS or Param, in test or live.</source>
        <translation>Üye iş yeri, EsnekPOS veya Param&apos;daki bir iş yeridir; test ya da canlı.</translation>
    </message>
    <message>
        <source>Another program holds the ledger, so accounts can only be looked at.</source>
        <translation>Defter başka bir programda açık; üye iş yerlerine yalnız bakılabilir.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Yeniden bak</translation>
    </message>
    <message>
        <source>Connection doctor…</source>
        <translation>Bağlantı doktoru…</translation>
    </message>
    <message>
        <source>Delete: {name}</source>
        <translation>Sil: {name}</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Düzenle…</translation>
    </message>
    <message>
        <source>Enter them…</source>
        <translation>Bilgileri gir…</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>Henüz üye iş yeri yok</translation>
    </message>
    <message>
        <source>Nothing was ever done with it here. Its credentials are removed from the keyring too.</source>
        <translation>Onunla burada hiçbir şey yapılmadı. Giriş bilgileri de anahtarlıktan silinir.</translation>
    </message>
    <message>
        <source>Orders or returns of it are in the ledger and stay readable. Nothing new can be done with it, and its credentials are removed from the keyring.</source>
        <translation>Defterde ona ait siparişler ya da iadeler var; okunabilir kalırlar. Onunla yeni bir şey yapılamaz ve giriş bilgileri anahtarlıktan silinir.</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Kaldır…</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Kaldırılıyor…</translation>
    </message>
    <message>
        <source>Retire: {name}</source>
        <translation>Kullanımdan kaldır: {name}</translation>
    </message>
    <message>
        <source>Show retired ones</source>
        <translation>Kullanımda olmayanları göster</translation>
    </message>
    <message>
        <source>Take back into use…</source>
        <translation>Yeniden kullanıma al…</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Dene</translation>
    </message>
    <message>
        <source>{account} will be deleted.</source>
        <translation>{account} silinecek.</translation>
    </message>
    <message>
        <source>{account} will be retired, not deleted.</source>
        <translation>{account} silinmeyecek, kullanımdan kaldırılacak.</translation>
    </message>
    <message>
        <source>{account}: deleted.</source>
        <translation>{account}: silindi.</translation>
    </message>
    <message>
        <source>{account}: retired.</source>
        <translation>{account}: kullanımdan kaldırıldı.</translation>
    </message>
    <message>
        <source>{account}: saved.</source>
        <translation>{account}: kaydedildi.</translation>
    </message>
    <message>
        <source>{account}: trying…</source>
        <translation>{account}: deneniyor…</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>An opened payment or order</source>
        <translation>Açık ödeme ya da sipariş</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Onaylar</translation>
    </message>
    <message>
        <source>Ask all accounts</source>
        <translation>Bütün üye iş yerlerine sor</translation>
    </message>
    <message>
        <source>Ask the gateway again</source>
        <translation>Ödeme kuruluşuna yeniden sor</translation>
    </message>
    <message>
        <source>Confirm what the button says</source>
        <translation>Düğmenin söylediğini onayla</translation>
    </message>
    <message>
        <source>Copy everything about it</source>
        <translation>Hakkındaki her şeyi kopyala</translation>
    </message>
    <message>
        <source>Copy what is marked</source>
        <translation>İşaretliyi kopyala</translation>
    </message>
    <message>
        <source>Day end</source>
        <translation>Gün sonu</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Her yerde</translation>
    </message>
    <message>
        <source>From the box to the results</source>
        <translation>Kutudan sonuçlara in</translation>
    </message>
    <message>
        <source>Give money back: asks first</source>
        <translation>İptal ya da iade et: önce sorar</translation>
    </message>
    <message>
        <source>Go anywhere, do anything: the palette</source>
        <translation>Her yere git, her şeyi yap: komut paleti</translation>
    </message>
    <message>
        <source>In a dialog</source>
        <translation>Bir iletişim kutusunda</translation>
    </message>
    <message>
        <source>Leave without doing anything</source>
        <translation>Hiçbir şey yapmadan çık</translation>
    </message>
    <message>
        <source>Lock the desk</source>
        <translation>Masayı kilitle</translation>
    </message>
    <message>
        <source>Look for what is typed or scanned</source>
        <translation>Yazılanı ya da okutulanı ara</translation>
    </message>
    <message>
        <source>Narrow the search down</source>
        <translation>Aramayı daralt</translation>
    </message>
    <message>
        <source>New Param order</source>
        <translation>Yeni Param siparişi</translation>
    </message>
    <message>
        <source>Param orders</source>
        <translation>Param siparişleri</translation>
    </message>
    <message>
        <source>Reversals</source>
        <translation>İadeler</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Kayıtlı aramalar</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Ara</translation>
    </message>
    <message>
        <source>Search and lists</source>
        <translation>Arama ve listeler</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ayarlar</translation>
    </message>
    <message>
        <source>Show every key</source>
        <translation>Bütün tuşları göster</translation>
    </message>
    <message>
        <source>Take Param orders in from a file</source>
        <translation>Param siparişlerini dosyadan al</translation>
    </message>
    <message>
        <source>Take the list out as a table</source>
        <translation>Listeyi tablo olarak dışa aktar</translation>
    </message>
    <message>
        <source>To the search box</source>
        <translation>Arama kutusuna git</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Bugün</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Belirsiz</translation>
    </message>
</context>
<context>
    <name>AmountEdit</name>
    <message>
        <source>The amount must be more than zero.</source>
        <translation>Tutar sıfırdan büyük olmalı.</translation>
    </message>
    <message>
        <source>This is no amount. Write it like 1.250,00</source>
        <translation>Bu bir tutar değil. Şöyle yazın: 1.250,00</translation>
    </message>
    <message>
        <source>Which one do you mean?</source>
        <translation>Hangisini demek istediniz?</translation>
    </message>
</context>
<context>
    <name>AmountsDialog</name>
    <message>
        <source>Amount between</source>
        <translation>Tutar aralığı</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>En az</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>En çok</translation>
    </message>
    <message>
        <source>Nothing is at least more than it is at most.</source>
        <translation>En az, en çoktan büyük olamaz.</translation>
    </message>
    <message>
        <source>Type at least one of the two.</source>
        <translation>İkisinden en az birini yazın.</translation>
    </message>
</context>
<context>
    <name>Answer</name>
    <message>
        <source>Approve {amount}</source>
        <translation>Onayla: {amount}</translation>
    </message>
    <message>
        <source>Decline it</source>
        <translation>Reddet</translation>
    </message>
    <message>
        <source>Decline…</source>
        <translation>Reddet…</translation>
    </message>
    <message>
        <source>Leave it waiting</source>
        <translation>Beklesin</translation>
    </message>
    <message>
        <source>Why not? The one who asked reads this.</source>
        <translation>Neden olmasın? Bunu isteyen kişi okur.</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>PIN&apos;iniz</translation>
    </message>
</context>
<context>
    <name>ApprovalsPlace</name>
    <message numerus="yes">
        <source>%n wait(s) for approval</source>
        <translation>
            <numerusform>%n istek onay bekliyor</numerusform>
        </translation>
    </message>
    <message>
        <source>Awaiting approval</source>
        <translation>Onay bekleyen</translation>
    </message>
    <message>
        <source>Nothing here has moved money or locks an order. An approval is good for ten minutes.</source>
        <translation>Buradaki hiçbir istek para hareket ettirmedi, hiçbir siparişi kilitlemedi. Onay on dakika geçerlidir.</translation>
    </message>
    <message>
        <source>Nothing waits for approval</source>
        <translation>Onay bekleyen yok</translation>
    </message>
    <message>
        <source>Whoever may not give something back alone can leave it here for a second person to approve.</source>
        <translation>Bir iptal ya da iadeyi tek başına yapamayan, onu burada ikinci bir kişinin onayına bırakabilir.</translation>
    </message>
</context>
<context>
    <name>Approver</name>
    <message>
        <source>A second person looks at what is sent here and approves it with their own PIN.</source>
        <translation>İkinci bir kişi burada gönderilecek olana bakar ve kendi PIN’iyle onaylar.</translation>
    </message>
    <message>
        <source>An owner can add somebody, or change the limit, in People and rules.</source>
        <translation>Sahip, Kişiler ve kurallar bölümünde birini ekleyebilir ya da sınırı değiştirebilir.</translation>
    </message>
    <message>
        <source>Approve and send: {amount}</source>
        <translation>Onayla ve gönder: {amount}</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Onaylayan</translation>
    </message>
    <message>
        <source>Ask somebody with a higher limit.</source>
        <translation>Sınırı daha yüksek birinden isteyin.</translation>
    </message>
    <message>
        <source>Ask somebody without a limit, or give it back line by line.</source>
        <translation>Sınırı olmayan birinden isteyin ya da satır satır iade edin.</translation>
    </message>
    <message>
        <source>It is more than {name} may give back themselves: {limit}</source>
        <translation>{name} kullanıcısının kendi sınırının da üstünde: {limit}</translation>
    </message>
    <message>
        <source>It takes: {roles}</source>
        <translation>Gereken rol: {roles}</translation>
    </message>
    <message>
        <source>Nobody else here may approve.</source>
        <translation>Burada onay verebilecek başka kimse yok.</translation>
    </message>
    <message>
        <source>With what {name} gave back or approved today, it is more than their limit of a day: {limit}</source>
        <translation>{name} adlı kişinin bugün iade ettikleri ve onayladıklarıyla birlikte günlük sınırını aşıyor: {limit}</translation>
    </message>
    <message>
        <source>{name} has a limit, and everything takes a person without any.</source>
        <translation>{name} için sınır tanımlı; tümünü onaylamak için hiç sınırı olmayan biri gerekir.</translation>
    </message>
    <message>
        <source>{name} may not approve this.</source>
        <translation>{name} bunu onaylayamaz.</translation>
    </message>
</context>
<context>
    <name>BackUrl</name>
    <message>
        <source>About nothing that is watched</source>
        <translation>İzlenmeyen bir referans</translation>
    </message>
    <message>
        <source>Led to a query</source>
        <translation>Sorgu başlattı</translation>
    </message>
    <message>
        <source>Not heard, the ledger could not be read</source>
        <translation>İşlenemedi, defter okunamadı</translation>
    </message>
    <message>
        <source>Nothing came yet.</source>
        <translation>Henüz bir şey gelmedi.</translation>
    </message>
    <message>
        <source>Received: {count}</source>
        <translation>Gelen: {count}</translation>
    </message>
    <message>
        <source>Refused, another address</source>
        <translation>Geri çevrildi, başka adres</translation>
    </message>
    <message>
        <source>Refused, cut short or without a reference</source>
        <translation>Geri çevrildi, eksik ya da referanssız</translation>
    </message>
    <message>
        <source>Refused, no form</source>
        <translation>Geri çevrildi, form değil</translation>
    </message>
    <message>
        <source>Refused, no post</source>
        <translation>Geri çevrildi, POST değil</translation>
    </message>
    <message>
        <source>Refused, too large</source>
        <translation>Geri çevrildi, çok büyük</translation>
    </message>
    <message>
        <source>Refused, too many at once</source>
        <translation>Geri çevrildi, aynı anda çok fazla</translation>
    </message>
    <message>
        <source>Said before</source>
        <translation>Daha önce bildirilmişti</translation>
    </message>
</context>
<context>
    <name>BackUrlSection</name>
    <message>
        <source>A port is a number from {first} to {last}.</source>
        <translation>Kapı, {first} ile {last} arasında bir sayıdır.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Close the other program, or choose another port.</source>
        <translation>Öteki programı kapatın ya da başka bir kapı seçin.</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>Yeniden say</translation>
    </message>
    <message>
        <source>For a shop with a tunnel: give the tunnel&apos;s https address as BACK_URL in the account, and lead it to the address below. A post is not signed, so it is only a hint: it starts a query, and its own words are never believed. Without it everything is looked up all the same.</source>
        <translation>Tüneli olan işletme için: üye iş yerinde BACK_URL olarak tünelin https adresini verin, tüneli aşağıdaki adrese yönlendirin. Gelen bildirim imzasızdır, bu yüzden yalnızca ipucudur: bir sorgu başlatır, söylediklerine hiç inanılmaz. Bu olmadan da her şey sorgulanır.</translation>
    </message>
    <message>
        <source>Here it is only shown: nothing can be chosen.</source>
        <translation>Burada yalnızca gösterilir, bir şey seçilemez.</translation>
    </message>
    <message>
        <source>It does not listen.</source>
        <translation>Dinlemiyor.</translation>
    </message>
    <message>
        <source>It listens.</source>
        <translation>Dinliyor.</translation>
    </message>
    <message>
        <source>It should listen, and can&apos;t: something else has port {port}.</source>
        <translation>Dinlemesi gerekiyor ama olmuyor: {port} numaralı kapı başka bir programda.</translation>
    </message>
    <message>
        <source>Listen on this computer for what EsnekPOS posts to BACK_URL</source>
        <translation>EsnekPOS&apos;un BACK_URL&apos;e gönderdiklerini bu bilgisayarda dinle</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Kapı (port)</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Kaydedildi.</translation>
    </message>
    <message>
        <source>Since the program was started</source>
        <translation>Program açıldığından beri</translation>
    </message>
    <message>
        <source>Something else listens at this port. Choose another one.</source>
        <translation>Bu kapıyı başka bir program kullanıyor. Başka bir numara seçin.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Kaydet</translation>
    </message>
    <message>
        <source>The whole network</source>
        <translation>Bütün ağ</translation>
    </message>
    <message>
        <source>The whole network only where the tunnel runs on another computer.</source>
        <translation>Bütün ağı yalnızca tünel başka bir bilgisayardaysa seçin.</translation>
    </message>
    <message>
        <source>This computer alone</source>
        <translation>Yalnızca bu bilgisayar</translation>
    </message>
    <message>
        <source>Who may post</source>
        <translation>Kim gönderebilir</translation>
    </message>
</context>
<context>
    <name>Bell</name>
    <message numerus="yes">
        <source>%n outcome(s) not seen yet</source>
        <translation>
            <numerusform>Görülmemiş %n sonuç</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at it before you go on; it stays here until then.</source>
        <translation>Devam etmeden önce bakın; o zamana kadar burada durur.</translation>
    </message>
    <message>
        <source>Refund Desk</source>
        <translation>İade Masası</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Göster</translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>Looked for: {words}. Press to take it away.</source>
        <translation>Aranan: {words}. Kaldırmak için basın.</translation>
    </message>
    <message>
        <source>Take away: {words}</source>
        <translation>Kaldır: {words}</translation>
    </message>
    <message>
        <source>or</source>
        <translation>veya</translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message numerus="yes">
        <source>%n unknown one(s) are carried over by name.</source>
        <translation>
            <numerusform>%n belirsiz işlem adıyla devredilir.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>Günü kapat</translation>
    </message>
    <message>
        <source>Close {day}</source>
        <translation>{day} gününü kapat</translation>
    </message>
    <message>
        <source>Close {day}?</source>
        <translation>{day} günü kapatılsın mı?</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>The sheet gets a number and never changes again. What becomes known later stands on the next day&apos;s sheet. This can&apos;t be taken back.</source>
        <translation>Sayfaya bir numara verilir ve bir daha değişmez. Sonradan belli olanlar ertesi günün sayfasında yer alır. Bu geri alınamaz.</translation>
    </message>
</context>
<context>
    <name>ColumnChoice</name>
    <message>
        <source>As at first</source>
        <translation>İlk hâline getir</translation>
    </message>
    <message>
        <source>Choose the columns</source>
        <translation>Sütunları seçin</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Sütunlar</translation>
    </message>
</context>
<context>
    <name>ColumnsPage</name>
    <message>
        <source>Amounts are written</source>
        <translation>Tutarların yazılışı</translation>
    </message>
    <message>
        <source>One column can&apos;t say two things.</source>
        <translation>Bir sütun iki ayrı şey olamaz.</translation>
    </message>
    <message>
        <source>Still to be chosen: {names}</source>
        <translation>Seçilmesi gereken: {names}</translation>
    </message>
    <message>
        <source>choose a column</source>
        <translation>sütun seçin</translation>
    </message>
    <message>
        <source>column {number}</source>
        <translation>{number}. sütun</translation>
    </message>
    <message>
        <source>for amounts that are texts; numbers of a spreadsheet are clear</source>
        <translation>metin olan tutarlar için; Excel&apos;in sayıları zaten açıktır</translation>
    </message>
    <message>
        <source>with a comma: 1.250,00</source>
        <translation>virgülle: 1.250,00</translation>
    </message>
    <message>
        <source>with a point: 1,250.00</source>
        <translation>noktayla: 1,250.00</translation>
    </message>
    <message>
        <source>{file}: check that each column is the right one.</source>
        <translation>{file}: her sütunun doğru olduğuna bakın.</translation>
    </message>
    <message>
        <source>{file}: the columns are as you chose them the last time.</source>
        <translation>{file}: sütunlar geçen sefer seçtiğiniz gibi.</translation>
    </message>
</context>
<context>
    <name>ComingBack</name>
    <message>
        <source>Look in the gateway&apos;s panel before every reversal.</source>
        <translation>Her iptal ve iadeden önce ödeme kuruluşunun paneline bakın.</translation>
    </message>
    <message>
        <source>No checksum lies beside this backup: every row of it was read.</source>
        <translation>Bu yedeğin yanında sağlama dosyası yok: bütün satırları okunarak denetlendi.</translation>
    </message>
    <message>
        <source>That shows most damage, and not all.</source>
        <translation>Bu, hasarların çoğunu gösterir, hepsini değil.</translation>
    </message>
    <message>
        <source>The backup did not take the ledger&apos;s place; nothing was changed.</source>
        <translation>Yedek defterin yerine geçmedi; hiçbir şey değişmedi.</translation>
    </message>
    <message>
        <source>The backup is checked and put in the ledger&apos;s place…</source>
        <translation>Yedek denetleniyor ve defterin yerine konuyor…</translation>
    </message>
    <message>
        <source>The ledger before is damaged or lost: which orders it locked is unknown.</source>
        <translation>Önceki defter hasarlı ya da kayıp: hangi siparişleri kilitlediği bilinmiyor.</translation>
    </message>
    <message>
        <source>Went back to {file}; reversals in it: {count}</source>
        <translation>{file} yedeğine dönüldü; içindeki iptal/iade sayısı: {count}</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Connection doctor: {account}</source>
        <translation>Bağlantı doktoru: {account}</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ayarlar</translation>
    </message>
</context>
<context>
    <name>CopyableLabel</name>
    <message>
        <source>Copy</source>
        <translation>Kopyala</translation>
    </message>
    <message>
        <source>Copy {name}</source>
        <translation>Kopyala: {name}</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Copy the technical part</source>
        <translation>Teknik bilgiyi kopyala</translation>
    </message>
    <message>
        <source>Log file: {path}</source>
        <translation>Günlük dosyası: {path}</translation>
    </message>
    <message>
        <source>Nothing is ever sent twice because of it. Look at your reversals before you try again, and pass the technical part on to whoever helps you.</source>
        <translation>Bu yüzden hiçbir şey iki kez gönderilmez. Yeniden denemeden önce iadelerinize bakın; teknik bilgiyi size yardım eden kişiye iletin.</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referans</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>Programda bir şey ters gitti</translation>
    </message>
    <message>
        <source>Technical part</source>
        <translation>Teknik bilgi</translation>
    </message>
    <message>
        <source>The program made a mistake; what you were doing may not be complete.</source>
        <translation>Program bir hata yaptı; yaptığınız iş tamamlanmamış olabilir.</translation>
    </message>
</context>
<context>
    <name>CredentialsPage</name>
    <message>
        <source>EsnekPOS gave you MERCHANT and MERCHANT_KEY when your account was opened; its support tells you again. The key goes into this computer&apos;s keyring and nowhere else.</source>
        <translation>MERCHANT ve MERCHANT_KEY, hesabınız açılırken EsnekPOS tarafından verildi; bulamazsanız destekleri yeniden bildirir. Anahtar bu bilgisayarın anahtarlığına girer, başka hiçbir yere değil.</translation>
    </message>
    <message>
        <source>Param gave you all four when your account was opened; its support tells you again. It must also have registered this shop&apos;s public IP address. The secrets go into this computer&apos;s keyring and nowhere else.</source>
        <translation>Dördü de hesabınız açılırken Param tarafından verildi; bulamazsanız destekleri yeniden bildirir. Param ayrıca bu dükkânın dış IP adresini kaydetmiş olmalıdır. Gizli bilgiler bu bilgisayarın anahtarlığına girer, başka hiçbir yere değil.</translation>
    </message>
    <message>
        <source>Who are you there?</source>
        <translation>Orada kimsiniz?</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation>
            <numerusform>%n günlük</numerusform>
        </translation>
    </message>
    <message>
        <source>Backup, restoring and recovery code…</source>
        <translation>Yedek, geri yükleme ve kurtarma kodu…</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Veri klasörü</translation>
    </message>
    <message>
        <source>Never copy or move the ledger&apos;s file by hand: a copy that misses its last minutes may let a customer be paid twice. A backup made here is checked, and going on from one is written down.</source>
        <translation>Defter dosyasını asla elle kopyalamayın ya da taşımayın: son dakikaları eksik bir kopya, bir müşteriye iki kez ödenmesine yol açabilir. Burada alınan yedek denetlenir; bir yedekten devam etmek de yazılır.</translation>
    </message>
    <message>
        <source>Newest backup: {time} ({age})</source>
        <translation>En yeni yedek: {time} ({age})</translation>
    </message>
    <message>
        <source>No backup was written yet.</source>
        <translation>Henüz yedek alınmadı.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Klasörü aç</translation>
    </message>
    <message>
        <source>Seen to by: {roles}</source>
        <translation>Bununla ilgilenen: {roles}</translation>
    </message>
    <message>
        <source>This is the demo: it is emptied at every start, and needs no backup.</source>
        <translation>Bu demodur: her açılışta boşaltılır, yedek gerekmez.</translation>
    </message>
    <message>
        <source>Write one to another disk or a memory stick: without the ledger nobody knows what was given back.</source>
        <translation>Başka bir diske ya da belleğe bir yedek alın: defter olmadan neyin iade edildiğini kimse bilemez.</translation>
    </message>
</context>
<context>
    <name>DayEndPage</name>
    <message>
        <source>A dot marks a closed day. Arrow keys go from day to day.</source>
        <translation>Nokta, kapatılmış günü gösterir. Ok tuşlarıyla günler arasında gezilir.</translation>
    </message>
    <message>
        <source>Close the day…</source>
        <translation>Günü kapat…</translation>
    </message>
    <message>
        <source>Closed as No. {n}, {when}, {who}</source>
        <translation>{n} numarayla kapatıldı, {when}, {who}</translation>
    </message>
    <message>
        <source>Given back: {amount}</source>
        <translation>Geri verilen: {amount}</translation>
    </message>
    <message>
        <source>Look at the printer, then print again, or save the sheet as PDF.</source>
        <translation>Yazıcıya bakın, sonra yeniden yazdırın ya da sayfayı PDF olarak kaydedin.</translation>
    </message>
    <message>
        <source>Nothing was voided or refunded, and nothing is open.</source>
        <translation>İptal ya da iade yapılmadı, açık kalan da yok.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Yazdır</translation>
    </message>
    <message>
        <source>Print its sheet for the folder, or save it as PDF.</source>
        <translation>Dosya için sayfasını yazdırın ya da PDF olarak kaydedin.</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>PDF olarak kaydet…</translation>
    </message>
    <message>
        <source>Save the sheet</source>
        <translation>Sayfayı kaydet</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Kaydedildi: {file}</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Yazıcıya gönderildi.</translation>
    </message>
    <message>
        <source>The month after</source>
        <translation>Sonraki ay</translation>
    </message>
    <message>
        <source>The month before</source>
        <translation>Önceki ay</translation>
    </message>
    <message>
        <source>The printer took nothing.</source>
        <translation>Yazıcı bir şey almadı.</translation>
    </message>
    <message>
        <source>day-end</source>
        <translation>gun-sonu</translation>
    </message>
    <message>
        <source>{day} is closed as No. {n}.</source>
        <translation>{day} günü {n} numarayla kapatıldı.</translation>
    </message>
    <message>
        <source>{n} unknown, in no sum</source>
        <translation>{n} belirsiz, hiçbir toplamda yok</translation>
    </message>
</context>
<context>
    <name>DaySheet</name>
    <message>
        <source>Amount</source>
        <translation>Tutar</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Düzenlendi</translation>
    </message>
    <message>
        <source>By account</source>
        <translation>Üye iş yerine göre</translation>
    </message>
    <message>
        <source>By approver</source>
        <translation>Onaylayana göre</translation>
    </message>
    <message>
        <source>By operator</source>
        <translation>Çalışana göre</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Kapatıldı</translation>
    </message>
    <message>
        <source>Closed by</source>
        <translation>Kapatan</translation>
    </message>
    <message>
        <source>Counted above, and not yet shown by the gateway</source>
        <translation>Yukarıda sayılan, ödeme kuruluşunun henüz göstermediği</translation>
    </message>
    <message>
        <source>Counted before, not certain any more: taken off</source>
        <translation>Önce sayıldı, artık kesin değil: düşüldü</translation>
    </message>
    <message>
        <source>DEMO: NOT REAL MONEY</source>
        <translation>DEMO: GERÇEK PARA DEĞİL</translation>
    </message>
    <message>
        <source>Day end {day}</source>
        <translation>Gün sonu {day}</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Geri verilen</translation>
    </message>
    <message>
        <source>Log code</source>
        <translation>Günlük kodu</translation>
    </message>
    <message>
        <source>Manager, signature</source>
        <translation>Yönetici, imza</translation>
    </message>
    <message>
        <source>NOT CLOSED YET</source>
        <translation>HENÜZ KAPATILMADI</translation>
    </message>
    <message>
        <source>No approval needed</source>
        <translation>Onay gerekmeyenler</translation>
    </message>
    <message>
        <source>No. {n}</source>
        <translation>No. {n}</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Gönderilmedi</translation>
    </message>
    <message>
        <source>Nothing was voided or refunded, and nothing is open.</source>
        <translation>İptal ya da iade yapılmadı, açık kalan da yok.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Adet</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Sonuç</translation>
    </message>
    <message>
        <source>Prepared by, signature</source>
        <translation>Hazırlayan, imza</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referans</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>İade edildi</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>İadeler</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Reddedildi</translation>
    </message>
    <message>
        <source>Refused, in no sum: {n}, {amount}</source>
        <translation>Reddedilen (toplamda yok): {n} adet, {amount}</translation>
    </message>
    <message>
        <source>Result not known, in no sum; carried over until it is settled</source>
        <translation>Sonucu bilinmeyenler: hiçbir toplamda yok, sonuçlanana kadar devredilir</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Başlangıç</translation>
    </message>
    <message>
        <source>TEST: NOT REAL MONEY</source>
        <translation>TEST: GERÇEK PARA DEĞİL</translation>
    </message>
    <message>
        <source>This sheet covers what was voided and refunded here, with this program.</source>
        <translation>Bu sayfa yalnız burada, bu programla yapılan iptal ve iadeleri kapsar.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Saat</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>İptal edildi</translation>
    </message>
    <message>
        <source>Voids</source>
        <translation>İptaller</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Ne</translation>
    </message>
    <message>
        <source>What became known on this day</source>
        <translation>Bu gün sonucu belli olanlar</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Kim</translation>
    </message>
    <message>
        <source>belongs to {day}</source>
        <translation>{day} gününe ait</translation>
    </message>
    <message>
        <source>… and {n} more: all of them are printed and in the PDF.</source>
        <translation>… ve {n} satır daha: hepsi kâğıtta ve PDF&apos;te yer alır.</translation>
    </message>
</context>
<context>
    <name>DaysDialog</name>
    <message>
        <source>From</source>
        <translation>İlk gün</translation>
    </message>
    <message>
        <source>Sold between two days</source>
        <translation>İki gün arasında satılanlar</translation>
    </message>
    <message>
        <source>The last day comes before the first.</source>
        <translation>Son gün, ilk günden önce olamaz.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Son gün</translation>
    </message>
</context>
<context>
    <name>DeskNotice</name>
    <message>
        <source>A backup took the ledger&apos;s place; the one before is kept as {path}</source>
        <translation>Defterin yerine bir yedek geçti; önceki defter şurada saklanıyor: {path}</translation>
    </message>
    <message>
        <source>A file beside the ledger says how reversals ended, but it was not written by this ledger or does not fit it. It was not believed, and is kept: {names}</source>
        <translation>Defterin yanındaki bir dosya bazı iptal ve iadelerin sonucunu bildiriyor; ancak dosya bu defterin değil ya da bu deftere uymuyor. Dosyaya güvenilmedi, şu adla saklanıyor: {names}</translation>
    </message>
    <message>
        <source>An earlier ledger was damaged and is kept aside: {names}</source>
        <translation>Önceki defter bozulmuştu, bir kenarda saklanıyor: {names}</translation>
    </message>
    <message>
        <source>An owner opens Safekeeping, in the menu under their name.</source>
        <translation>Sahip, adının altındaki menüden Güvence bölümünü açar.</translation>
    </message>
    <message>
        <source>Another ledger on this computer sends for: {names}</source>
        <translation>Bu bilgisayarda şunlar için başka bir defter gönderim yapıyor: {names}</translation>
    </message>
    <message>
        <source>Another program holds the ledger: here you can only look.</source>
        <translation>Defter başka bir programda açık: burada yalnız bakabilirsiniz.</translation>
    </message>
    <message>
        <source>Another window of this program works for: {names}</source>
        <translation>Bu programın başka bir penceresi şunlar için çalışıyor: {names}</translation>
    </message>
    <message>
        <source>Bring a backup back, or begin anew…</source>
        <translation>Yedeği geri getir ya da yeniden başla…</translation>
    </message>
    <message>
        <source>Close the other one and start again to give money back from here.</source>
        <translation>Buradan iade yapmak için ötekini kapatıp yeniden başlatın.</translation>
    </message>
    <message>
        <source>Here you can only look for these. Go on there, or close it and try again.</source>
        <translation>Bunlar için burada yalnız bakabilirsiniz. Orada devam edin ya da o pencereyi kapatıp yeniden deneyin.</translation>
    </message>
    <message>
        <source>Look at what is unknown, and compare it with the gateway&apos;s own panel.</source>
        <translation>Belirsiz olanlara bakın ve ödeme kuruluşunun kendi paneliyle karşılaştırın.</translation>
    </message>
    <message>
        <source>Nothing is sent: the ledger or its log can&apos;t be trusted as they are.</source>
        <translation>Hiçbir şey gönderilmez: defter ya da günlüğü bu haliyle güvenilir değil.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>What happened after it was written is not known here: look before you send.</source>
        <translation>Yedek yazıldıktan sonra olanlar burada bilinmiyor: göndermeden önce bakın.</translation>
    </message>
    <message>
        <source>What was locked or given back in it is not known here: look before you send.</source>
        <translation>Onda kilitli olanlar ve geri verilenler burada bilinmiyor: göndermeden önce bakın.</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>Asking the gateway…</source>
        <translation>Sorgulanıyor…</translation>
    </message>
    <message>
        <source>Choose a line on the left to see what became of it, and what can be done.</source>
        <translation>Ne olduğunu ve ne yapılabileceğini görmek için soldan bir satır seçin.</translation>
    </message>
    <message>
        <source>Nothing opened</source>
        <translation>Açık kayıt yok</translation>
    </message>
    <message>
        <source>Order {number} was removed.</source>
        <translation>{number} siparişi kaldırıldı.</translation>
    </message>
    <message>
        <source>The gateway does not know this reference any more.</source>
        <translation>Ödeme kuruluşu bu referansı artık tanımıyor.</translation>
    </message>
    <message>
        <source>What you see is the last answer, from the ledger.</source>
        <translation>Gördüğünüz, defterdeki son yanıttır.</translation>
    </message>
</context>
<context>
    <name>DifferenceTable</name>
    <message>
        <source>As you saw it</source>
        <translation>Sizin gördüğünüz</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Şimdi</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Ne</translation>
    </message>
    <message>
        <source>What is different now</source>
        <translation>Şimdi farklı olan</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>A movement that changed</source>
        <translation>Değişen işlem hareketi</translation>
    </message>
    <message>
        <source>A movement that is gone</source>
        <translation>Artık olmayan işlem hareketi</translation>
    </message>
    <message>
        <source>A new movement</source>
        <translation>Yeni işlem hareketi</translation>
    </message>
    <message>
        <source>Another return of it, pressed here</source>
        <translation>Burada başlatılan başka bir geri verme</translation>
    </message>
    <message>
        <source>The account&apos;s settings</source>
        <translation>Üye iş yerinin ayarları</translation>
    </message>
    <message>
        <source>The amount</source>
        <translation>Tutar</translation>
    </message>
    <message>
        <source>The order as it was entered</source>
        <translation>Siparişin girilmiş hâli</translation>
    </message>
    <message>
        <source>What a seller is due</source>
        <translation>Mağazaya ödenecek tutar</translation>
    </message>
    <message>
        <source>What is left of a seller&apos;s line</source>
        <translation>Mağazanın kalan tutarı</translation>
    </message>
    <message>
        <source>What the answer says of the order as a whole</source>
        <translation>Yanıtın siparişin tümü için söylediği</translation>
    </message>
    <message>
        <source>When it was sold</source>
        <translation>Satış zamanı</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>değişti</translation>
    </message>
</context>
<context>
    <name>Differing</name>
    <message>
        <source>Person number {number}: role, limits or PIN</source>
        <translation>{number} numaralı kişi: rol, sınırlar ya da PIN</translation>
    </message>
    <message>
        <source>Reversal {number} of {order}</source>
        <translation>{order} için {number} numaralı işlem</translation>
    </message>
    <message>
        <source>This was changed outside of the program. No money moves for it.</source>
        <translation>Bu, program dışından değiştirilmiş. Bununla ilgili para hareketi yapılmaz.</translation>
    </message>
    <message>
        <source>What the shop has chosen</source>
        <translation>İş yerinin seçtiği ayarlar</translation>
    </message>
    <message>
        <source>and others: {count}</source>
        <translation>ve diğerleri: {count}</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>A demo account: it asks the simulator on this computer, not a gateway.</source>
        <translation>Demo üye iş yeri: ödeme kuruluşuna değil, bu bilgisayardaki simülatöre sorar.</translation>
    </message>
    <message>
        <source>A filter or a sign-in page may be in the way. Ask whoever runs your network.</source>
        <translation>Araya bir filtre ya da giriş sayfası girmiş olabilir. Ağınızı yöneten kişiye sorun.</translation>
    </message>
    <message>
        <source>A firewall often swallows such a connection without a word. Try over a phone&apos;s hotspot: if that works, it is your network.</source>
        <translation>Güvenlik duvarı böyle bir bağlantıyı çoğu zaman sessizce yutar. Telefonun internetiyle deneyin: çalışırsa sorun sizin ağınızdadır.</translation>
    </message>
    <message>
        <source>A proxy or a sign-in page is in the way. Try another network.</source>
        <translation>Araya bir vekil sunucu ya da giriş sayfası girmiş. Başka bir ağ deneyin.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Üye iş yeri</translation>
    </message>
    <message>
        <source>Ask the gateway&apos;s support whether your internet address is blocked.</source>
        <translation>Ödeme kuruluşunun desteğine, internet adresinizin engelli olup olmadığını sorun.</translation>
    </message>
    <message>
        <source>Ask whoever runs your network to allow {host}:443.</source>
        <translation>Ağınızı yöneten kişiden {host}:443 için izin isteyin.</translation>
    </message>
    <message>
        <source>Ask whoever runs your network to let {host}:443 through without.</source>
        <translation>Ağınızı yöneten kişiden {host}:443 adresini parolasız geçirmesini isteyin.</translation>
    </message>
    <message>
        <source>By this computer&apos;s clock ({now}) the certificate is not valid.</source>
        <translation>Bu bilgisayarın saatine göre ({now}) sertifika geçerli değil.</translation>
    </message>
    <message>
        <source>Check the cable or Wi-Fi, and whether a firewall lets this program out on {port}.</source>
        <translation>Kabloyu ya da Wi-Fi&apos;yi, bir de güvenlik duvarının bu programı {port} numaralı kapıdan çıkarıp çıkarmadığını denetleyin.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Saat</translation>
    </message>
    <message>
        <source>Compare them with what Param gave you. A wrong password may end a return as unknown, with the order locked.</source>
        <translation>Param&apos;ın verdikleriyle karşılaştırın. Yanlış parola, bir iadenin belirsiz kalmasına ve siparişin kilitlenmesine yol açabilir.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Bağlantı</translation>
    </message>
    <message>
        <source>Credentials at the gateway</source>
        <translation>Ödeme kuruluşundaki bilgiler</translation>
    </message>
    <message>
        <source>Credentials on this computer</source>
        <translation>Bu bilgisayardaki bilgiler</translation>
    </message>
    <message>
        <source>Edit the account and enter them.</source>
        <translation>Üye iş yerini düzenleyip bilgileri girin.</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation>Şifreleme (TLS)</translation>
    </message>
    <message>
        <source>Enter an HTTP proxy in the system&apos;s settings, or none. SOCKS proxies are not supported.</source>
        <translation>Sistem ayarlarına bir HTTP vekil sunucusu girin ya da hiç girmeyin. SOCKS desteklenmez.</translation>
    </message>
    <message>
        <source>Enter an https page of your own.</source>
        <translation>Kendi https sayfalarınızdan birini girin.</translation>
    </message>
    <message>
        <source>Enter any https page of yours as BACK_URL; the result is read by query.</source>
        <translation>BACK_URL olarak herhangi bir https sayfanızı girin; sonuç zaten sorguyla okunur.</translation>
    </message>
    <message>
        <source>Enter merchant and key again, and check that they belong to this environment: test keys are refused in live, and live keys in test.</source>
        <translation>Üye iş yeri kodunu ve anahtarı yeniden girin; bu ortama ait olduklarından emin olun: test anahtarı canlıda, canlı anahtar testte reddedilir.</translation>
    </message>
    <message>
        <source>Give Param the public IP address of this connection to register, for tests too. It changes with the line: ask your provider for a fixed one.</source>
        <translation>Bu bağlantının dış IP adresini kaydetmesi için Param&apos;a bildirin; testler için de gereklidir. Adres hatla birlikte değişir: internet sağlayıcınızdan sabit adres isteyin.</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>İyi</translation>
    </message>
    <message>
        <source>In a hotel or a café, sign in to the network in the browser first. Otherwise ask whoever runs your network.</source>
        <translation>Otelde ya da kafede önce tarayıcıdan ağa giriş yapın. Değilse ağınızı yöneten kişiye sorun.</translation>
    </message>
    <message>
        <source>In the virus scanner or firewall, take {host} out of what it looks into (“HTTPS scanning”).</source>
        <translation>Virüs programında ya da güvenlik duvarında {host} adresini denetlenenlerden çıkarın (“HTTPS taraması”).</translation>
    </message>
    <message>
        <source>Instead of the service, the network leads to another page.</source>
        <translation>Ağ, hizmet yerine başka bir sayfaya yönlendiriyor.</translation>
    </message>
    <message>
        <source>Is there internet? Open a page in the browser. If that works, restart the modem or set another DNS server, 1.1.1.1 for instance.</source>
        <translation>İnternet var mı? Tarayıcıda bir sayfa açın. Açılıyorsa modemi yeniden başlatın ya da başka bir DNS sunucusu girin, örneğin 1.1.1.1.</translation>
    </message>
    <message>
        <source>It can&apos;t be looked at through this proxy.</source>
        <translation>Bu vekil sunucunun ardından bakılamıyor.</translation>
    </message>
    <message>
        <source>It may pass by itself. If it stays, ask the gateway&apos;s support.</source>
        <translation>Kendiliğinden geçebilir. Geçmezse ödeme kuruluşunun desteğine sorun.</translation>
    </message>
    <message>
        <source>Look again. If it stays so, try another network.</source>
        <translation>Yeniden bakın. Böyle kalırsa başka bir ağ deneyin.</translation>
    </message>
    <message>
        <source>Name (DNS)</source>
        <translation>Ad (DNS)</translation>
    </message>
    <message>
        <source>Nearly always the clock is wrong: set date and time, then look again.</source>
        <translation>Neredeyse her zaman saat yanlıştır: tarihi ve saati ayarlayıp yeniden bakın.</translation>
    </message>
    <message>
        <source>No credentials are saved for this account on this computer.</source>
        <translation>Bu üye iş yeri için bu bilgisayarda kayıtlı bilgi yok.</translation>
    </message>
    <message>
        <source>Nobody this computer trusts has signed the certificate (signed by: {issuer}). The connection may be read by others, so nothing is sent.</source>
        <translation>Sertifikayı bu bilgisayarın güvendiği kimse imzalamamış (imzalayan: {issuer}). Bağlantıyı başkaları okuyabilir; bu yüzden hiçbir şey gönderilmez.</translation>
    </message>
    <message>
        <source>Not looked at</source>
        <translation>Bakılmadı</translation>
    </message>
    <message>
        <source>Not looked at, because of what was found before.</source>
        <translation>Önceki bulgu nedeniyle bakılmadı.</translation>
    </message>
    <message>
        <source>Param does not let this shop&apos;s internet address in (HTTP 403).</source>
        <translation>Param bu dükkânın internet adresini içeri almıyor (HTTP 403).</translation>
    </message>
    <message>
        <source>Param&apos;s credentials can&apos;t be tried without moving money, so they were not.</source>
        <translation>Param bilgileri para hareketi olmadan denenemez; bu yüzden denenmedi.</translation>
    </message>
    <message>
        <source>Port {port} is open.</source>
        <translation>{port} numaralı kapı açık.</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Sorun</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Vekil sunucu</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Hizmet</translation>
    </message>
    <message>
        <source>Set one up; on Linux that is GNOME Keyring or KWallet.</source>
        <translation>Bir anahtarlık kurun; Linux&apos;ta bu GNOME Keyring ya da KWallet&apos;tır.</translation>
    </message>
    <message>
        <source>Set the clock to automatic in the system&apos;s settings: void or refund is told by it.</source>
        <translation>Sistem ayarlarından saati otomatiğe alın: iptal mi iade mi olduğu saate göre belirlenir.</translation>
    </message>
    <message>
        <source>Set the environment to test, or enter your own merchant code.</source>
        <translation>Ortamı test yapın ya da kendi üye iş yeri kodunuzu girin.</translation>
    </message>
    <message>
        <source>Sign in to this network in the browser first, then look again.</source>
        <translation>Önce tarayıcıdan bu ağa giriş yapın, sonra yeniden bakın.</translation>
    </message>
    <message>
        <source>Somebody else answers in the place of {host}: {names}</source>
        <translation>{host} yerine başkası yanıt veriyor: {names}</translation>
    </message>
    <message>
        <source>Something in between may be answering in its place: a sign-in page, a firewall. Try another network, or pass this report on to the gateway&apos;s support.</source>
        <translation>Onun yerine arada bir şey yanıt veriyor olabilir: giriş sayfası ya da güvenlik duvarı. Başka bir ağ deneyin ya da bu raporu ödeme kuruluşunun desteğine iletin.</translation>
    </message>
    <message>
        <source>The account fits its environment.</source>
        <translation>Üye iş yeri, ortamına uyuyor.</translation>
    </message>
    <message>
        <source>The certificate is good. Signed by: {issuer}</source>
        <translation>Sertifika geçerli. İmzalayan: {issuer}</translation>
    </message>
    <message>
        <source>The connection broke off before an answer came.</source>
        <translation>Yanıt gelmeden bağlantı koptu.</translation>
    </message>
    <message>
        <source>The connection to {host}:{port} was refused, or no way leads there.</source>
        <translation>{host}:{port} bağlantısı reddedildi ya da oraya yol yok.</translation>
    </message>
    <message>
        <source>The gateway did not say what time it is.</source>
        <translation>Ödeme kuruluşu saati söylemedi.</translation>
    </message>
    <message>
        <source>The gateway does not let this shop&apos;s internet address in. It says: “{said}”</source>
        <translation>Ödeme kuruluşu bu mağazanın internet adresini kabul etmiyor. Yanıtı: “{said}”</translation>
    </message>
    <message>
        <source>The gateway refuses them (code {code}).</source>
        <translation>Ödeme kuruluşu bilgileri reddediyor (kod {code}).</translation>
    </message>
    <message>
        <source>The gateway takes them. One harmless query was sent; no money moved.</source>
        <translation>Ödeme kuruluşu bilgileri kabul ediyor. Zararsız tek bir sorgu gönderildi; para hareketi olmadı.</translation>
    </message>
    <message>
        <source>The key is not the trouble. Give EsnekPOS the public IP address of this connection to register. It changes with the line: ask your provider for a fixed one.</source>
        <translation>Sorun anahtarda değil. Bu bağlantının genel IP adresini EsnekPOS’a kaydettirin. Adres hatla birlikte değişir: sağlayıcınızdan sabit IP isteyin.</translation>
    </message>
    <message>
        <source>The name {host} was not found.</source>
        <translation>{host} adı bulunamadı.</translation>
    </message>
    <message>
        <source>The proxy {proxy} does not let the connection to {host} through.</source>
        <translation>{proxy} vekil sunucusu {host} bağlantısını geçirmiyor.</translation>
    </message>
    <message>
        <source>The proxy {proxy} wants a user name and a password.</source>
        <translation>{proxy} vekil sunucusu kullanıcı adı ve parola istiyor.</translation>
    </message>
    <message>
        <source>The service answers with an error of its own (HTTP {status}).</source>
        <translation>Hizmet kendi hatasıyla yanıt veriyor (HTTP {status}).</translation>
    </message>
    <message>
        <source>The service answers, but what it says can&apos;t be read.</source>
        <translation>Hizmet yanıt veriyor ama söylediği okunamıyor.</translation>
    </message>
    <message>
        <source>The service does not let this address in (HTTP 403).</source>
        <translation>Hizmet bu adresi içeri almıyor (HTTP 403).</translation>
    </message>
    <message>
        <source>The service is not available now (HTTP {status}).</source>
        <translation>Hizmet şu anda kullanılamıyor (HTTP {status}).</translation>
    </message>
    <message>
        <source>The simulator is on this computer; nothing is encrypted here.</source>
        <translation>Simülatör bu bilgisayarda; burada şifreleme yok.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring is locked.</source>
        <translation>Sistemin anahtarlığı kilitli.</translation>
    </message>
    <message>
        <source>The system&apos;s proxy setting can&apos;t be used.</source>
        <translation>Sistemin vekil sunucu ayarı kullanılamıyor.</translation>
    </message>
    <message>
        <source>The trouble is at the gateway. Wait, and look again later.</source>
        <translation>Sorun ödeme kuruluşunda. Bekleyin, sonra yeniden bakın.</translation>
    </message>
    <message>
        <source>The way leads through the proxy {proxy}.</source>
        <translation>Yol {proxy} vekil sunucusundan geçiyor.</translation>
    </message>
    <message>
        <source>The way leads to {host} without a proxy.</source>
        <translation>{host} adresine vekil sunucusuz gidiliyor.</translation>
    </message>
    <message>
        <source>There is no BACK_URL, so voiding is not offered on this account.</source>
        <translation>BACK_URL yok; bu üye iş yerinde iptal sunulmuyor.</translation>
    </message>
    <message>
        <source>They are in the system&apos;s keyring.</source>
        <translation>Sistemin anahtarlığında duruyor.</translation>
    </message>
    <message>
        <source>This LIVE account has the test server&apos;s address as BACK_URL.</source>
        <translation>Bu CANLI üye iş yerinin BACK_URL&apos;si test sunucusunun adresi.</translation>
    </message>
    <message>
        <source>This computer has no keyring in which secrets are safe.</source>
        <translation>Bu bilgisayarda gizli bilgilerin güvende olacağı bir anahtarlık yok.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock and the gateway&apos;s agree.</source>
        <translation>Bu bilgisayarın saati ile ödeme kuruluşununki uyuşuyor.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {minutes} minutes off the gateway&apos;s.</source>
        <translation>Bu bilgisayarın saati ödeme kuruluşununkinden {minutes} dakika farklı.</translation>
    </message>
    <message>
        <source>Those just typed are tried; nothing is saved.</source>
        <translation>Az önce yazılanlar deneniyor; hiçbir şey kaydedilmiyor.</translation>
    </message>
    <message>
        <source>Unlock it, usually with the password of this computer, and look again.</source>
        <translation>Kilidini açın (genellikle bu bilgisayarın parolasıyla) ve yeniden bakın.</translation>
    </message>
    <message>
        <source>Usually a virus scanner or a firewall looks into the connection: take {host} out there. Do not go on in a foreign network.</source>
        <translation>Genellikle bir virüs programı ya da güvenlik duvarı bağlantının içine bakar: orada {host} adresini hariç tutun. Yabancı bir ağda devam etmeyin.</translation>
    </message>
    <message>
        <source>Whoever answers at {host}:{port} does not encrypt, so nothing is sent.</source>
        <translation>{host}:{port} adresinde yanıt veren, şifreleme kullanmıyor; bu yüzden hiçbir şey gönderilmez.</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>Bilmekte yarar var</translation>
    </message>
    <message>
        <source>{host} answers.</source>
        <translation>{host} yanıt veriyor.</translation>
    </message>
    <message>
        <source>{host} leads to an address inside this network: {address}</source>
        <translation>{host} bu ağın içindeki bir adrese gidiyor: {address}</translation>
    </message>
    <message>
        <source>{host} was found: {address}</source>
        <translation>{host} bulundu: {address}</translation>
    </message>
    <message>
        <source>{host}:{port} does not answer.</source>
        <translation>{host}:{port} yanıt vermiyor.</translation>
    </message>
    <message>
        <source>{issuer} opens this connection and can read the credentials.</source>
        <translation>{issuer} bu bağlantıyı açıyor ve bilgileri okuyabilir.</translation>
    </message>
    <message>
        <source>{merchant} is the published test merchant, but this account is LIVE.</source>
        <translation>{merchant} yayımlanmış test üye iş yeridir; oysa bu üye iş yeri CANLI.</translation>
    </message>
</context>
<context>
    <name>DoctorDialog</name>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Connection doctor</source>
        <translation>Bağlantı doktoru</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopyalandı</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Raporu kopyala</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Yeniden bak</translation>
    </message>
    <message>
        <source>Looking at the way to the gateway…</source>
        <translation>Ödeme kuruluşuna giden yola bakılıyor…</translation>
    </message>
    <message>
        <source>No money moves: nothing but a harmless query is sent.</source>
        <translation>Para hareketi olmaz: zararsız bir sorgudan başka bir şey gönderilmez.</translation>
    </message>
    <message>
        <source>Nothing stands in the way.</source>
        <translation>Yolda bir engel yok.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Durdur</translation>
    </message>
    <message>
        <source>Stopped. What was found so far stands below.</source>
        <translation>Durduruldu. O ana kadar bulunanlar aşağıda.</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>F1 shows every key; Ctrl+K goes anywhere.</source>
        <translation>F1 bütün tuşları gösterir; Ctrl+K her yere götürür.</translation>
    </message>
    <message>
        <source>People with PINs, more accounts and backups are in the settings.</source>
        <translation>PIN&apos;li çalışanlar, başka üye iş yerleri ve yedekler Ayarlar&apos;dadır.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Hazır</translation>
    </message>
    <message>
        <source>Type or scan a reference at the top and press Enter.</source>
        <translation>Üstteki kutuya bir referans yazın ya da okutun ve Enter&apos;a basın.</translation>
    </message>
</context>
<context>
    <name>DoubtCard</name>
    <message>
        <source>Ask again</source>
        <translation>Yeniden sorgula</translation>
    </message>
    <message>
        <source>Asking the gateway…</source>
        <translation>Ödeme kuruluşuna soruluyor…</translation>
    </message>
    <message>
        <source>Being looked at now.</source>
        <translation>Şimdi sorgulanıyor.</translation>
    </message>
    <message>
        <source>Looked at again by itself: {time}</source>
        <translation>Kendiliğinden yeniden sorgulanacak: {time}</translation>
    </message>
    <message>
        <source>Looked at {when}: nothing new.</source>
        <translation>{when} itibarıyla bakıldı: yeni bir şey yok.</translation>
    </message>
    <message>
        <source>Param has no query: a person looks into Param&apos;s panel and says what happened.</source>
        <translation>Param&apos;da sorgu yok: bir kişi Param paneline bakar ve ne olduğunu söyler.</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referans</translation>
    </message>
    <message>
        <source>Settle with evidence…</source>
        <translation>Kanıtla kapat…</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Göster</translation>
    </message>
    <message>
        <source>Since {when} ({age})</source>
        <translation>{when} tarihinden beri ({age})</translation>
    </message>
    <message>
        <source>The answer was no; certain after {time}, once a look shows nothing new.</source>
        <translation>Yanıt hayır; {time} sonrası bir sorgu yeni bir şey göstermezse kesinleşir.</translation>
    </message>
    <message>
        <source>The program that holds the ledger looks by itself.</source>
        <translation>Defteri açık tutan program kendiliğinden sorguluyor.</translation>
    </message>
    <message>
        <source>What the gateway shows can be read in more than one way: a person says what happened.</source>
        <translation>Ödeme kuruluşunun gösterdiği birden çok biçimde okunabiliyor: ne olduğunu bir kişi söyler.</translation>
    </message>
</context>
<context>
    <name>Doubts</name>
    <message>
        <source>Done</source>
        <translation>Tamamlandı</translation>
    </message>
    <message>
        <source>Looked: a movement says that it failed</source>
        <translation>Sorgulandı: bir işlem hareketi başarısız olduğunu söylüyor</translation>
    </message>
    <message>
        <source>Looked: it can be read in more than one way</source>
        <translation>Sorgulandı: birden fazla şekilde okunabiliyor</translation>
    </message>
    <message>
        <source>Looked: nothing new</source>
        <translation>Sorgulandı: yeni bir şey yok</translation>
    </message>
    <message>
        <source>Looked: the money went back</source>
        <translation>Sorgulandı: para geri gitmiş</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Gönderilmedi</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Reddedildi</translation>
    </message>
    <message>
        <source>Seen in the gateway&apos;s own record</source>
        <translation>Ödeme kuruluşunun kendi kaydında görüldü</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gönderildi</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Belirsiz</translation>
    </message>
    <message>
        <source>Written down</source>
        <translation>Kaydedildi</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>bir dakikadan az</translation>
    </message>
    <message>
        <source>{count} d</source>
        <translation>{count} gün</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} sa</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} dk</translation>
    </message>
</context>
<context>
    <name>DoubtsPlace</name>
    <message numerus="yes">
        <source>%n awaiting confirmation</source>
        <translation>
            <numerusform>%n teyit bekliyor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n belirsiz</numerusform>
        </translation>
    </message>
    <message>
        <source>Every ending is known</source>
        <translation>Her işlemin sonu biliniyor</translation>
    </message>
    <message>
        <source>Nothing is unknown, and nothing waits for the bank. What becomes unclear shows up here.</source>
        <translation>Belirsiz bir şey yok, bankadan teyit bekleyen de yok. Belirsiz kalan olursa burada görünür.</translation>
    </message>
    <message>
        <source>Orders of unknown ones stay locked. Nothing here is closed by time, or sent again.</source>
        <translation>Belirsiz olanların siparişi kilitli kalır. Burada hiçbir şey zamanla kapanmaz, yeniden de gönderilmez.</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Belirsiz</translation>
    </message>
</context>
<context>
    <name>DraftDialog</name>
    <message>
        <source>Leave</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>Kaydetmeden çık</translation>
    </message>
    <message>
        <source>What you typed here is not saved.</source>
        <translation>Buraya yazdıklarınız kaydedilmedi.</translation>
    </message>
</context>
<context>
    <name>EnvironmentBadge</name>
    <message>
        <source>DEMO</source>
        <translation>DEMO</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>CANLI</translation>
    </message>
    <message>
        <source>TEST</source>
        <translation>TEST</translation>
    </message>
</context>
<context>
    <name>EnvironmentBand</name>
    <message>
        <source>DEMO: the gateways are simulated, no money is real</source>
        <translation>DEMO: ödeme kuruluşları benzetimdir, hiçbir para gerçek değil</translation>
    </message>
    <message>
        <source>TEST: the gateway&apos;s test world, no money is real</source>
        <translation>TEST: ödeme kuruluşunun test ortamı, hiçbir para gerçek değil</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>A demo account&apos;s address must be on this computer.</source>
        <translation>Demo üye iş yerinin adresi bu bilgisayarda olmalı.</translation>
    </message>
    <message>
        <source>A live account can&apos;t use the test server&apos;s address.</source>
        <translation>Canlı üye iş yeri test sunucusunun adresini kullanamaz.</translation>
    </message>
    <message>
        <source>A newer version of this program made the ledger: {path}</source>
        <translation>Defter bu programın daha yeni bir sürümüyle oluşturulmuş: {path}</translation>
    </message>
    <message>
        <source>A part of this payment was refunded already, and a void takes the whole.</source>
        <translation>Bu ödemenin bir kısmı zaten iade edilmiş; iptal ise tamamını kapsar.</translation>
    </message>
    <message>
        <source>A seller can&apos;t be due more than the product&apos;s amount.</source>
        <translation>Mağazaya ürün tutarından fazlası ödenemez.</translation>
    </message>
    <message>
        <source>A seller can&apos;t be due more than what is given back here.</source>
        <translation>Mağazaya burada geri verilenden fazlası ödenemez.</translation>
    </message>
    <message>
        <source>A test version from before the first release made the ledger: {path}</source>
        <translation>Defteri ilk sürümden önceki bir deneme sürümü oluşturmuş: {path}</translation>
    </message>
    <message>
        <source>An owner enters the recovery code, or begins a new part of the log.</source>
        <translation>Bir sahip kurtarma kodunu girer ya da günlüğün yeni bir bölümünü başlatır.</translation>
    </message>
    <message>
        <source>Another ledger on this computer sends for this merchant, not this one: {path}</source>
        <translation>Bu üye iş yeri için bu defter değil, bu bilgisayardaki başka bir defter gönderim yapıyor: {path}</translation>
    </message>
    <message>
        <source>Another program holds the ledger: {path}</source>
        <translation>Defter başka bir programda açık: {path}</translation>
    </message>
    <message>
        <source>Another window of this program works for this merchant.</source>
        <translation>Bu programın başka bir penceresi bu üye iş yeri için çalışıyor.</translation>
    </message>
    <message>
        <source>Ask again; if it stays so, give the reference to the gateway&apos;s support.</source>
        <translation>Yeniden sorgulayın; böyle kalırsa referansı ödeme kuruluşunun desteğine verin.</translation>
    </message>
    <message>
        <source>Ask for a new approval.</source>
        <translation>Yeni bir onay isteyin.</translation>
    </message>
    <message>
        <source>Ask someone who may.</source>
        <translation>Yetkisi olan birine sorun.</translation>
    </message>
    <message>
        <source>At least one owner with a PIN must be left.</source>
        <translation>PIN&apos;i olan en az bir sahip kalmalı.</translation>
    </message>
    <message>
        <source>Check the key, the user name and the password in the account.</source>
        <translation>Üye iş yerindeki anahtarı, kullanıcı adını ve parolayı kontrol edin.</translation>
    </message>
    <message>
        <source>Check the reference and the account.</source>
        <translation>Referansı ve üye iş yerini kontrol edin.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date, and whether something looks into its connections.</source>
        <translation>Bu bilgisayarın tarihini ve bağlantılarının arasına bir şeyin girip girmediğini kontrol edin.</translation>
    </message>
    <message>
        <source>Choose a folder on this computer.</source>
        <translation>Bu bilgisayarda bir klasör seçin.</translation>
    </message>
    <message>
        <source>Choose a folder that no cloud service keeps in step.</source>
        <translation>Hiçbir bulut hizmetinin eşitlemediği bir klasör seçin.</translation>
    </message>
    <message>
        <source>Choose another folder for the demo. Nothing was changed.</source>
        <translation>Demo için başka bir klasör seçin. Hiçbir şey değiştirilmedi.</translation>
    </message>
    <message>
        <source>Close the other one, then try again. Until then you can only look.</source>
        <translation>Ötekini kapatıp yeniden deneyin. O zamana kadar yalnız bakabilirsiniz.</translation>
    </message>
    <message>
        <source>Close this and decide again.</source>
        <translation>Bunu kapatıp yeniden karar verin.</translation>
    </message>
    <message>
        <source>Do not send it again. The order stays locked until it is known.</source>
        <translation>Yeniden göndermeyin. Belli olana kadar sipariş kilitli kalır.</translation>
    </message>
    <message>
        <source>Everything of all sellers takes a person without any limit.</source>
        <translation>Tüm satıcıların tamamı için hiç sınırı olmayan biri gerekir.</translation>
    </message>
    <message>
        <source>Give the rest back in the gateway&apos;s merchant panel.</source>
        <translation>Kalanını üye iş yeri panelinden iade edin.</translation>
    </message>
    <message>
        <source>Give this user the right to write there. Nothing is sent until then.</source>
        <translation>Bu kullanıcıya oraya yazma yetkisi verin. O zamana kadar hiçbir şey gönderilmez.</translation>
    </message>
    <message>
        <source>Go to the open one and see how it ended.</source>
        <translation>Açık olana gidip nasıl bittiğine bakın.</translation>
    </message>
    <message>
        <source>Have such a person approve it, or give it back line by line.</source>
        <translation>Böyle bir kişiye onaylatın ya da satır satır iade edin.</translation>
    </message>
    <message>
        <source>Have this shop&apos;s internet address registered at the gateway.</source>
        <translation>Bu mağazanın internet adresini ödeme kuruluşuna tanımlatın.</translation>
    </message>
    <message>
        <source>How much was charged is not certain.</source>
        <translation>Ne kadar çekildiği kesin değil.</translation>
    </message>
    <message>
        <source>Install the newer version. Nothing was changed.</source>
        <translation>Yeni sürümü kurun. Hiçbir şey değiştirilmedi.</translation>
    </message>
    <message>
        <source>It holds characters that can&apos;t be seen. Type it by hand.</source>
        <translation>İçinde görünmeyen karakterler var. Elle yazın.</translation>
    </message>
    <message>
        <source>It is not known whether the money went back, and this could not be written down: {path}</source>
        <translation>Paranın geri gidip gitmediği belirsiz ve bu kaydedilemedi: {path}</translation>
    </message>
    <message>
        <source>It is not known whether the money went back.</source>
        <translation>Paranın geri gidip gitmediği belirsiz.</translation>
    </message>
    <message>
        <source>It is tried again by itself: keep the program open. The order stays locked, and nothing else is sent until it is written down.</source>
        <translation>Kayıt kendiliğinden yeniden denenir: programı açık tutun. Sipariş kilitli kalır; bu kaydedilene kadar başka hiçbir şey gönderilmez.</translation>
    </message>
    <message>
        <source>It may have forgotten reversals. Nothing is sent until an owner looked and confirms.</source>
        <translation>Bazı iadeleri unutmuş olabilir. Bir sahip bakıp onaylayana kadar hiçbir şey gönderilmez.</translation>
    </message>
    <message>
        <source>It was moved, deleted or replaced while it was open. Nothing is sent. Close the program, put the folder back and start again.</source>
        <translation>Açıkken taşınmış, silinmiş ya da değiştirilmiş. Hiçbir istek gönderilmez. Programı kapatın, klasörü yerine koyun ve yeniden başlatın.</translation>
    </message>
    <message>
        <source>It was refused, but this could not be written down: {path}</source>
        <translation>Reddedildi, ama bu kaydedilemedi: {path}</translation>
    </message>
    <message>
        <source>It was taken back in time.</source>
        <translation>Zamanında geri alındı.</translation>
    </message>
    <message>
        <source>Look again in a while.</source>
        <translation>Bir süre sonra yeniden bakın.</translation>
    </message>
    <message>
        <source>Look at its movements, or ask the gateway&apos;s support.</source>
        <translation>İşlem hareketlerine bakın ya da ödeme kuruluşunun desteğine sorun.</translation>
    </message>
    <message>
        <source>Look at the payment again before you decide what to do.</source>
        <translation>Ne yapacağınıza karar vermeden önce ödemeye yeniden bakın.</translation>
    </message>
    <message>
        <source>Look at what is different, then decide again.</source>
        <translation>Farklara bakıp yeniden karar verin.</translation>
    </message>
    <message>
        <source>Make room. Nothing is sent until the ledger can be written.</source>
        <translation>Yer açın. Deftere yazılabilene kadar hiçbir şey gönderilmez.</translation>
    </message>
    <message>
        <source>No connection to the gateway.</source>
        <translation>Ödeme kuruluşuna bağlanılamadı.</translation>
    </message>
    <message>
        <source>Nobody approves what they do themselves.</source>
        <translation>Kimse kendi yaptığını onaylayamaz.</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Oturum açan kimse yok.</translation>
    </message>
    <message>
        <source>Nothing is sent from here. Go on there, or close it and try again.</source>
        <translation>Buradan hiçbir istek gönderilmez. Orada devam edin ya da o pencereyi kapatıp yeniden deneyin.</translation>
    </message>
    <message>
        <source>Nothing is sent without it. Pass the technical part on to whoever helps you.</source>
        <translation>O olmadan hiçbir şey gönderilmez. Teknik bilgiyi size yardım eden kişiye iletin.</translation>
    </message>
    <message>
        <source>Nothing new was sent.</source>
        <translation>Yeni bir şey gönderilmedi.</translation>
    </message>
    <message>
        <source>Nothing was overwritten. Bring back a backup, or ask for help before you go on.</source>
        <translation>Hiçbir şeyin üzerine yazılmadı. Yedeği geri getirin ya da devam etmeden yardım isteyin.</translation>
    </message>
    <message>
        <source>Nothing was sent, but this could not be written down: {path}</source>
        <translation>Hiçbir şey gönderilmedi, ama bu kaydedilemedi: {path}</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Hiçbir şey gönderilmedi.</translation>
    </message>
    <message>
        <source>Only digits can stand here.</source>
        <translation>Buraya yalnız rakam yazılır.</translation>
    </message>
    <message>
        <source>Only one ledger sends for a merchant. Nothing is sent from this one until an owner confirms that it is the one to go on with.</source>
        <translation>Bir üye iş yeri için yalnızca bir defter gönderim yapar. Sahip, bununla devam edileceğini onaylayana kadar buradan hiçbir istek gönderilmez.</translation>
    </message>
    <message>
        <source>Open the account and enter an https page of yours.</source>
        <translation>Üye iş yerini açıp bir https sayfanızı girin.</translation>
    </message>
    <message>
        <source>Open the account and enter them.</source>
        <translation>Üye iş yerini açıp bilgileri girin.</translation>
    </message>
    <message>
        <source>People sign in with PINs in this shop: an owner has to confirm this.</source>
        <translation>Bu iş yerinde PIN ile oturum açılıyor: bunu iş yeri sahibinin onaylaması gerekir.</translation>
    </message>
    <message>
        <source>Say which day it was sold on.</source>
        <translation>Hangi gün satıldığını belirtin.</translation>
    </message>
    <message>
        <source>See in the gateway&apos;s merchant panel whether it is still paid, and void it there.</source>
        <translation>Ödemenin hâlâ geçerli olup olmadığına kuruluşun üye iş yeri panelinden bakın ve oradan iptal edin.</translation>
    </message>
    <message>
        <source>Set the clock; void or refund is told by it.</source>
        <translation>Saati düzeltin; iptal mi iade mi olduğu saate göre belirlenir.</translation>
    </message>
    <message>
        <source>Set up the system&apos;s keyring, then try again. They are never written into a file.</source>
        <translation>Sistemin anahtarlığını kurup yeniden deneyin. Giriş bilgileri asla dosyaya yazılmaz.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Yeniden oturum açın.</translation>
    </message>
    <message>
        <source>Sign in first.</source>
        <translation>Önce oturum açın.</translation>
    </message>
    <message>
        <source>Something changed since you looked.</source>
        <translation>Siz baktıktan sonra bir şey değişti.</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>Bir şey ters gitti.</translation>
    </message>
    <message>
        <source>That is more than what is left.</source>
        <translation>Bu, kalandan fazla.</translation>
    </message>
    <message>
        <source>That is too long.</source>
        <translation>Bu çok uzun.</translation>
    </message>
    <message>
        <source>That is too short.</source>
        <translation>Bu çok kısa.</translation>
    </message>
    <message>
        <source>The amount must be more than zero.</source>
        <translation>Tutar sıfırdan büyük olmalı.</translation>
    </message>
    <message>
        <source>The approval is for something else.</source>
        <translation>Onay başka bir şey için verilmiş.</translation>
    </message>
    <message>
        <source>The approval is too old.</source>
        <translation>Onayın süresi geçmiş.</translation>
    </message>
    <message>
        <source>The approval no longer holds: a role, limit or PIN behind it has changed.</source>
        <translation>Onay artık geçerli değil: Dayandığı rol, sınır ya da PIN değişti.</translation>
    </message>
    <message>
        <source>The approval was given to somebody else.</source>
        <translation>Onay başka birine verilmişti.</translation>
    </message>
    <message>
        <source>The approval was used already.</source>
        <translation>Onay zaten kullanılmış.</translation>
    </message>
    <message>
        <source>The business day has ended; this would now be: {verb}.</source>
        <translation>İş günü bitti; artık şu olur: {verb}.</translation>
    </message>
    <message>
        <source>The connection to the gateway broke.</source>
        <translation>Ödeme kuruluşuyla bağlantı koptu.</translation>
    </message>
    <message>
        <source>The connection to the gateway is not trustworthy, so it was not used.</source>
        <translation>Ödeme kuruluşuyla bağlantı güvenilir değil, bu yüzden kullanılmadı.</translation>
    </message>
    <message>
        <source>The damaged file was kept: {path}</source>
        <translation>Bozuk dosya saklandı: {path}</translation>
    </message>
    <message>
        <source>The disk is full: {path}</source>
        <translation>Disk dolu: {path}</translation>
    </message>
    <message>
        <source>The gateway answered no (code {code}).</source>
        <translation>Ödeme kuruluşu reddetti (kod {code}).</translation>
    </message>
    <message>
        <source>The gateway did not answer in time.</source>
        <translation>Ödeme kuruluşu zamanında yanıt vermedi.</translation>
    </message>
    <message>
        <source>The gateway does not accept this account&apos;s credentials.</source>
        <translation>Ödeme kuruluşu bu üye iş yerinin giriş bilgilerini kabul etmiyor.</translation>
    </message>
    <message>
        <source>The gateway does not know this reference.</source>
        <translation>Ödeme kuruluşu bu referansı tanımıyor.</translation>
    </message>
    <message>
        <source>The gateway does not let this computer&apos;s address in.</source>
        <translation>Ödeme kuruluşu bu bilgisayarın adresine izin vermiyor.</translation>
    </message>
    <message>
        <source>The gateway gave an answer that can&apos;t be trusted.</source>
        <translation>Ödeme kuruluşundan güvenilmez bir yanıt geldi.</translation>
    </message>
    <message>
        <source>The gateway&apos;s address could not be found: is the internet there?</source>
        <translation>Ödeme kuruluşunun adresi bulunamadı: internet var mı?</translation>
    </message>
    <message>
        <source>The gateway&apos;s answer contradicts itself: one part says paid, another part does not.</source>
        <translation>Kuruluşun yanıtı kendisiyle çelişiyor: bir bölümü ödendi diyor, başka bir bölümü demiyor.</translation>
    </message>
    <message>
        <source>The key of the audit log is lost.</source>
        <translation>Günlüğün anahtarı kayıp.</translation>
    </message>
    <message>
        <source>The ledger can&apos;t be kept in a synced folder: {path}</source>
        <translation>Defter eşitlenen bir klasörde tutulamaz: {path}</translation>
    </message>
    <message>
        <source>The ledger can&apos;t be kept on a network folder: {path}</source>
        <translation>Defter ağ klasöründe tutulamaz: {path}</translation>
    </message>
    <message>
        <source>The ledger can&apos;t be used: {path}</source>
        <translation>Defter kullanılamıyor: {path}</translation>
    </message>
    <message>
        <source>The ledger can&apos;t be written: {path}</source>
        <translation>Deftere yazılamıyor: {path}</translation>
    </message>
    <message>
        <source>The ledger is damaged: {path}</source>
        <translation>Defter bozuk: {path}</translation>
    </message>
    <message>
        <source>The ledger is not as its log says.</source>
        <translation>Defter, işlem kaydının söylediği gibi değil.</translation>
    </message>
    <message>
        <source>The ledger is not in its place any more: {path}</source>
        <translation>Defter artık yerinde değil: {path}</translation>
    </message>
    <message>
        <source>The money went back, but this could not be written down: {path}</source>
        <translation>Para geri gitti, ama bu kaydedilemedi: {path}</translation>
    </message>
    <message>
        <source>The name or the PIN is not right.</source>
        <translation>Ad ya da PIN doğru değil.</translation>
    </message>
    <message>
        <source>The program was closing.</source>
        <translation>Program kapanıyordu.</translation>
    </message>
    <message>
        <source>The proxy let nothing through to the gateway.</source>
        <translation>Vekil sunucu ödeme kuruluşuna geçit vermedi.</translation>
    </message>
    <message>
        <source>The query was not answered. The outcome is still unknown; do not send it again, and pay nothing by hand.</source>
        <translation>Sorguya yanıt alınamadı. Sonuç hâlâ belirsiz; yeniden göndermeyin, elden ödemeyin.</translation>
    </message>
    <message>
        <source>The query was not answered. What was written down stays as it is.</source>
        <translation>Sorguya yanıt alınamadı. Yazılı olan sonuç olduğu gibi kalır.</translation>
    </message>
    <message>
        <source>The reference is longer than the 24 characters EsnekPOS takes for a void.</source>
        <translation>Referans, EsnekPOS&apos;un iptal için kabul ettiği 24 karakterden uzun.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring is locked.</source>
        <translation>Sistemin anahtarlığı kilitli.</translation>
    </message>
    <message>
        <source>There is nothing left to give back.</source>
        <translation>Geri verilecek bir şey kalmadı.</translation>
    </message>
    <message>
        <source>There must be at least one seller.</source>
        <translation>En az bir mağaza olmalı.</translation>
    </message>
    <message>
        <source>This account has no BACK_URL, and EsnekPOS voids nothing without one.</source>
        <translation>Bu üye iş yerinde BACK_URL yok; EsnekPOS onsuz iptal yapmaz.</translation>
    </message>
    <message>
        <source>This account has no credentials on this computer.</source>
        <translation>Bu üye iş yerinin giriş bilgileri bu bilgisayarda yok.</translation>
    </message>
    <message>
        <source>This account is retired; nothing new is done with it.</source>
        <translation>Bu üye iş yeri kullanımdan kaldırıldı; onunla yeni bir işlem yapılmaz.</translation>
    </message>
    <message>
        <source>This can&apos;t be changed any more: money was asked back on it.</source>
        <translation>Bu artık değiştirilemez: üzerinden para geri istendi.</translation>
    </message>
    <message>
        <source>This can&apos;t be empty.</source>
        <translation>Boş olamaz.</translation>
    </message>
    <message>
        <source>This computer has no safe place for credentials (a keyring).</source>
        <translation>Bu bilgisayarda giriş bilgileri için güvenli bir yer (anahtarlık) yok.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong by {minutes} minutes.</source>
        <translation>Bu bilgisayarın saati {minutes} dakika yanlış.</translation>
    </message>
    <message>
        <source>This folder holds a real ledger, not a demo&apos;s: {path}</source>
        <translation>Bu klasörde demo değil, gerçek bir defter var: {path}</translation>
    </message>
    <message>
        <source>This gateway does not offer that.</source>
        <translation>Bu ödeme kuruluşunda bu işlem yok.</translation>
    </message>
    <message>
        <source>This is more than you may give back in one day: {limit}</source>
        <translation>Bu, bir günde geri verebileceğinizden fazla: {limit}</translation>
    </message>
    <message>
        <source>This is more than you may give back in one go: {limit}</source>
        <translation>Bu, bir seferde geri verebileceğinizden fazla: {limit}</translation>
    </message>
    <message>
        <source>This is no GUID: it has 36 characters, like 0C13D406-873B-403B-9C09-A5766840D98C.</source>
        <translation>Bu bir GUID değil: 36 karakterdir, örneğin 0C13D406-873B-403B-9C09-A5766840D98C.</translation>
    </message>
    <message>
        <source>This is no amount. Write it like 1.250,00</source>
        <translation>Bu bir tutar değil. Şöyle yazın: 1.250,00</translation>
    </message>
    <message>
        <source>This is not the code that was given.</source>
        <translation>Bu, verilen kod değil.</translation>
    </message>
    <message>
        <source>This is not the recovery code of this ledger.</source>
        <translation>Bu, bu defterin kurtarma kodu değil.</translation>
    </message>
    <message>
        <source>This is outside what is allowed.</source>
        <translation>Bu, izin verilenin dışında.</translation>
    </message>
    <message>
        <source>This is there already.</source>
        <translation>Bu zaten var.</translation>
    </message>
    <message>
        <source>This ledger is a copy, or its folder was moved: {path}</source>
        <translation>Bu defter bir kopya ya da klasörü taşınmış: {path}</translation>
    </message>
    <message>
        <source>This ledger is older than this computer remembers it: {path}</source>
        <translation>Bu defter, bu bilgisayarın hatırladığından eski: {path}</translation>
    </message>
    <message>
        <source>This lies in the future.</source>
        <translation>Bu gelecekte.</translation>
    </message>
    <message>
        <source>This line belongs to order {order} already: open that one instead.</source>
        <translation>Bu satır zaten {order} siparişinde kayıtlı: o siparişi açın.</translation>
    </message>
    <message>
        <source>This must be an address that begins with https://</source>
        <translation>https:// ile başlayan bir adres olmalı</translation>
    </message>
    <message>
        <source>This must be confirmed first.</source>
        <translation>Önce bunun onaylanması gerekir.</translation>
    </message>
    <message>
        <source>This order has a reversal whose end is still open.</source>
        <translation>Bu siparişin sonucu henüz belli olmayan bir iptal/iadesi var.</translation>
    </message>
    <message>
        <source>This payment is still waiting; nothing was charged yet.</source>
        <translation>Bu ödeme hâlâ bekliyor; henüz bir şey çekilmedi.</translation>
    </message>
    <message>
        <source>This payment was declined; the customer was not charged.</source>
        <translation>Bu ödeme reddedildi; müşteriden para çekilmedi.</translation>
    </message>
    <message>
        <source>This payment was voided already.</source>
        <translation>Bu ödeme zaten iptal edilmiş.</translation>
    </message>
    <message>
        <source>This version can&apos;t read it, and left it whole. Choose another folder, or move it away.</source>
        <translation>Bu sürüm onu okuyamaz; dosyaya dokunulmadı. Başka bir klasör seçin ya da dosyayı başka yere taşıyın.</translation>
    </message>
    <message>
        <source>This was refunded already.</source>
        <translation>Bu zaten iade edilmiş.</translation>
    </message>
    <message>
        <source>Too many wrong PINs.</source>
        <translation>Çok fazla yanlış PIN girildi.</translation>
    </message>
    <message>
        <source>Try again after {time}.</source>
        <translation>Şu saatten sonra yeniden deneyin: {time}</translation>
    </message>
    <message>
        <source>Two ledgers can pay the same sale twice. Nothing is sent from here until an owner confirms that this is the one to go on with.</source>
        <translation>İki ayrı defter aynı satışı iki kez iade edebilir. Sahip, bununla devam edileceğini onaylayana kadar buradan hiçbir istek gönderilmez.</translation>
    </message>
    <message>
        <source>Type an owner&apos;s PIN, or the recovery code that was put away.</source>
        <translation>Bir sahibin PIN&apos;ini ya da saklanan kurtarma kodunu yazın.</translation>
    </message>
    <message>
        <source>Type it again, as it was written down; or an owner&apos;s PIN.</source>
        <translation>Yazıldığı gibi yeniden girin ya da bir sahibin PIN&apos;ini yazın.</translation>
    </message>
    <message>
        <source>Type it again. After five wrong ones it is locked for five minutes.</source>
        <translation>Yeniden yazın. Beş yanlıştan sonra beş dakika kilitlenir.</translation>
    </message>
    <message>
        <source>Unlock it, then try again.</source>
        <translation>Kilidini açıp yeniden deneyin.</translation>
    </message>
    <message>
        <source>Use the gateway&apos;s merchant panel.</source>
        <translation>Üye iş yeri panelini kullanın.</translation>
    </message>
    <message>
        <source>Void it in the gateway&apos;s merchant panel.</source>
        <translation>Üye iş yeri panelinden iptal edin.</translation>
    </message>
    <message>
        <source>What became of this payment is not clear from the answer.</source>
        <translation>Bu ödemenin ne olduğu yanıttan anlaşılmıyor.</translation>
    </message>
    <message>
        <source>When this was sold is not certain.</source>
        <translation>Ne zaman satıldığı kesin değil.</translation>
    </message>
    <message>
        <source>You can ask again.</source>
        <translation>Yeniden sorgulayabilirsiniz.</translation>
    </message>
    <message>
        <source>You can try again.</source>
        <translation>Yeniden deneyebilirsiniz.</translation>
    </message>
    <message>
        <source>You stopped it. Nothing was kept of it.</source>
        <translation>Siz durdurdunuz. Hiçbir şey saklanmadı.</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>Rolünüz buna izin vermiyor.</translation>
    </message>
    <message>
        <source>Your session has ended: your role or your PIN has changed.</source>
        <translation>Oturumunuz sona erdi: Rolünüz ya da PIN&apos;iniz değişti.</translation>
    </message>
    <message>
        <source>{right}: {roles}</source>
        <translation>{right}: {roles}</translation>
    </message>
    <message>
        <source>{sentence} At most: {most}</source>
        <translation>{sentence} En çok: {most}</translation>
    </message>
</context>
<context>
    <name>EverythingPage</name>
    <message>
        <source>ALL</source>
        <translation>HEPSİ</translation>
    </message>
    <message>
        <source>Everything goes back, of all sellers: {amount}</source>
        <translation>Bütün mağazalardan her şey geri verilir: {amount}</translation>
    </message>
    <message>
        <source>Go on, and have it approved here or leave it for approval; or go back and give it back line by line. The amount above is what was typed for the order, so no limit goes by it.</source>
        <translation>Devam edip burada onaylatın ya da onaya bırakın; veya geri dönüp satır satır iade edin. Yukarıdaki tutar sipariş için elle yazılan tutardır; bu yüzden sınır ona göre ölçülmez.</translation>
    </message>
    <message>
        <source>Sellers of this order: {sellers}</source>
        <translation>Bu siparişin mağazaları: {sellers}</translation>
    </message>
    <message>
        <source>SiparisTutar 0 is sent, with the GUID of the first line.</source>
        <translation>SiparisTutar 0 ve ilk satırın GUID&apos;i gönderilir.</translation>
    </message>
    <message>
        <source>That this gives back every seller&apos;s part is Param&apos;s word; it is unproven.</source>
        <translation>Bunun bütün mağazaların payını geri verdiği Param&apos;ın belgesinde yazar; denenmiş değildir.</translation>
    </message>
    <message>
        <source>Type {word} to go on:</source>
        <translation>Sürdürmek için {word} yazın:</translation>
    </message>
    <message>
        <source>You have a limit: this takes the approval of a person without any limit.</source>
        <translation>Sizin için sınır tanımlı: Bunun için hiç sınırı olmayan birinin onayı gerekir.</translation>
    </message>
</context>
<context>
    <name>EvidenceView</name>
    <message>
        <source>Account</source>
        <translation>Üye iş yeri</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Cevap</translation>
    </message>
    <message>
        <source>As it was kept</source>
        <translation>Saklandığı gibi</translation>
    </message>
    <message>
        <source>Known by</source>
        <translation>Dayanağı</translation>
    </message>
    <message>
        <source>PYSiparis_GUID</source>
        <translation>PYSiparis_GUID</translation>
    </message>
    <message>
        <source>Param said later that it had gone back already: {code}, {when}.</source>
        <translation>Param sonradan paranın zaten geri gittiğini söyledi: {code}, {when}.</translation>
    </message>
    <message>
        <source>Payable afterwards</source>
        <translation>Sonraki ödenecek tutar</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referans</translation>
    </message>
    <message>
        <source>Seller</source>
        <translation>Mağaza</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gönderildi</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>Adım adım</translation>
    </message>
    <message>
        <source>The order as entered here</source>
        <translation>Buraya girilen sipariş</translation>
    </message>
    <message>
        <source>The payment as last answered, {when}</source>
        <translation>Son cevaba göre ödeme, {when}</translation>
    </message>
    <message>
        <source>The payment before it was sent</source>
        <translation>Gönderilmeden önceki ödeme</translation>
    </message>
    <message>
        <source>Their code</source>
        <translation>Onların kodu</translation>
    </message>
    <message>
        <source>Their words</source>
        <translation>Onların sözü</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Ne</translation>
    </message>
    <message>
        <source>What else was asked of this order</source>
        <translation>Bu sipariş için başka ne istendi</translation>
    </message>
    <message>
        <source>What was answered, or how it broke</source>
        <translation>Ne cevap geldi ya da bağlantı nasıl koptu</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>Ne istendi</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Ne zaman</translation>
    </message>
    <message>
        <source>Who and why</source>
        <translation>Kim, neden</translation>
    </message>
    <message>
        <source>all sellers</source>
        <translation>bütün mağazalar</translation>
    </message>
    <message>
        <source>code {code}</source>
        <translation>kod {code}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>yok</translation>
    </message>
    <message>
        <source>{amount}, payable {payable}</source>
        <translation>{amount}, ödenecek {payable}</translation>
    </message>
</context>
<context>
    <name>ExportButton</name>
    <message>
        <source>Export…</source>
        <translation>Dışa aktar…</translation>
    </message>
    <message>
        <source>Write this list into a file (Ctrl+E)</source>
        <translation>Bu listeyi bir dosyaya yaz (Ctrl+E)</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%Ln row(s) written</source>
        <translation>
            <numerusform>%Ln satır yazıldı</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) written.</source>
        <translation>
            <numerusform>%Ln satır yazıldı.</numerusform>
        </translation>
    </message>
    <message>
        <source>CSV (.csv): semicolons and decimal commas, for other programs</source>
        <translation>CSV (.csv): noktalı virgül ve ondalık virgülle, başka programlar için</translation>
    </message>
    <message>
        <source>Choose another place, or replace it.</source>
        <translation>Başka bir yer seçin ya da o dosyayı değiştirin.</translation>
    </message>
    <message>
        <source>Choose the place…</source>
        <translation>Yerini seç…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Ended before it was done.</source>
        <translation>Bitmeden durduruldu.</translation>
    </message>
    <message>
        <source>Every row, also those not loaded yet. Money given back is negative.</source>
        <translation>Henüz yüklenmemiş olanlar dahil her satır. Geri verilen para eksi yazılır.</translation>
    </message>
    <message>
        <source>Excel (.xlsx): amounts are numbers, days are days</source>
        <translation>Excel (.xlsx): tutarlar sayı, tarihler tarih olarak</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Dışa aktar</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>No file was left.</source>
        <translation>Geride dosya kalmadı.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Klasörü aç</translation>
    </message>
    <message>
        <source>Replace that file</source>
        <translation>O dosyanın yerine yaz</translation>
    </message>
    <message numerus="yes">
        <source>The %n column(s) of the screen, in their order</source>
        <translation>
            <numerusform>Ekrandaki %n sütun, ekrandaki sırayla</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a file of this name already: {name}</source>
        <translation>Bu adda bir dosya zaten var: {name}</translation>
    </message>
</context>
<context>
    <name>FieldTable</name>
    <message>
        <source>Copy the value</source>
        <translation>Değeri kopyala</translation>
    </message>
    <message>
        <source>Copy with its name</source>
        <translation>Adıyla kopyala</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Alan</translation>
    </message>
    <message>
        <source>Fields of the row chosen above</source>
        <translation>Yukarıda seçilen satırın alanları</translation>
    </message>
    <message>
        <source>In the answer: {text}</source>
        <translation>Yanıttaki hâli: {text}</translation>
    </message>
    <message>
        <source>On the wire</source>
        <translation>Yanıttaki adı</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Değer</translation>
    </message>
    <message>
        <source>undocumented</source>
        <translation>belgede yok</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Amount</source>
        <translation>Tutar</translation>
    </message>
    <message>
        <source>Commission</source>
        <translation>Komisyon</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tarih</translation>
    </message>
    <message>
        <source>Gateway&apos;s reference</source>
        <translation>Ödeme kuruluşunun referansı</translation>
    </message>
    <message>
        <source>Instalments</source>
        <translation>Taksit</translation>
    </message>
    <message>
        <source>Movement number</source>
        <translation>Hareket no</translation>
    </message>
    <message>
        <source>Movement without a status</source>
        <translation>Durumu olmayan hareket</translation>
    </message>
    <message>
        <source>Movements</source>
        <translation>İşlem hareketleri</translation>
    </message>
    <message>
        <source>Order reference</source>
        <translation>Sipariş referansı</translation>
    </message>
    <message>
        <source>POS</source>
        <translation>POS</translation>
    </message>
    <message>
        <source>POS number</source>
        <translation>POS no</translation>
    </message>
    <message>
        <source>Paid at</source>
        <translation>Ödeme zamanı</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Ödeme</translation>
    </message>
    <message>
        <source>Query answered at</source>
        <translation>Sorgunun yanıtı</translation>
    </message>
    <message>
        <source>Query code</source>
        <translation>Sorgu kodu</translation>
    </message>
    <message>
        <source>Query message</source>
        <translation>Sorgu mesajı</translation>
    </message>
    <message>
        <source>Query status</source>
        <translation>Sorgu durumu</translation>
    </message>
    <message>
        <source>Seller number</source>
        <translation>Mağaza no</translation>
    </message>
    <message>
        <source>Seller {number}</source>
        <translation>Mağaza {number}</translation>
    </message>
    <message>
        <source>Sellers</source>
        <translation>Mağazalar</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Successful movement</source>
        <translation>Başarılı hareket</translation>
    </message>
    <message>
        <source>Transfer number</source>
        <translation>Aktarım no</translation>
    </message>
    <message>
        <source>Transfer to the seller</source>
        <translation>Mağazaya aktarım</translation>
    </message>
    <message>
        <source>Transfer to the shop</source>
        <translation>Üye iş yerine aktarım</translation>
    </message>
    <message>
        <source>Transfer {number}</source>
        <translation>Aktarım {number}</translation>
    </message>
    <message>
        <source>Transferred amount</source>
        <translation>Aktarılan tutar</translation>
    </message>
    <message>
        <source>Transferred at</source>
        <translation>Aktarım zamanı</translation>
    </message>
    <message>
        <source>Way of payment</source>
        <translation>Ödeme yöntemi</translation>
    </message>
    <message>
        <source>empty in the answer</source>
        <translation>yanıtta boş</translation>
    </message>
    <message>
        <source>in the rows below</source>
        <translation>alttaki satırlarda</translation>
    </message>
    <message>
        <source>not in the answer</source>
        <translation>yanıtta yok</translation>
    </message>
    <message>
        <source>null in the answer</source>
        <translation>yanıtta null</translation>
    </message>
    <message>
        <source>{amount} (signed minus in the answer)</source>
        <translation>{amount} (yanıtta eksi işaretli)</translation>
    </message>
</context>
<context>
    <name>FilePage</name>
    <message>
        <source>Account</source>
        <translation>Üye iş yeri</translation>
    </message>
    <message>
        <source>An Excel file (.xlsx) or CSV with a row for each seller of each order. Needed are: Siparis_ID, sale time, PYSiparis_GUID, seller, product amount and payable. What the columns are called can be said in the next step. Nothing is stored before you have seen what it brings.</source>
        <translation>Her siparişin her mağazası için bir satırı olan bir Excel (.xlsx) ya da CSV dosyası. Gerekenler: Siparis_ID, satış zamanı, PYSiparis_GUID, mağaza, ürün tutarı ve ödenecek tutar. Sütunların adını bir sonraki adımda siz de söyleyebilirsiniz. Dosyanın ne getirdiğini görmenizden önce hiçbir şey kaydedilmez.</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Dosya seç…</translation>
    </message>
    <message>
        <source>Save a sample file…</source>
        <translation>Örnek dosya kaydet…</translation>
    </message>
</context>
<context>
    <name>FileWords</name>
    <message>
        <source>Begin again with the file as it is now.</source>
        <translation>Dosyanın şimdiki hâliyle yeniden başlayın.</translation>
    </message>
    <message>
        <source>Cell {cell} is filled. Clear it if it is not needed, save, and try again.</source>
        <translation>{cell} hücresi dolu. Gerekmiyorsa temizleyin, kaydedin ve yeniden deneyin.</translation>
    </message>
    <message>
        <source>Choose CSV, or fewer rows.</source>
        <translation>CSV ya da daha az satır seçin.</translation>
    </message>
    <message>
        <source>Choose another place or another name.</source>
        <translation>Başka bir yer ya da başka bir ad seçin.</translation>
    </message>
    <message>
        <source>Choose another place, for example your documents.</source>
        <translation>Başka bir yer seçin, örneğin belgeleriniz.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Başka bir yer seçin.</translation>
    </message>
    <message>
        <source>Close it there, or choose another name.</source>
        <translation>Orada kapatın ya da başka bir ad seçin.</translation>
    </message>
    <message>
        <source>Divide it into several files.</source>
        <translation>Birkaç dosyaya bölün.</translation>
    </message>
    <message>
        <source>It has no row for each seller. Save the list as CSV again.</source>
        <translation>Bu, her satıcıya bir satır ayrılan bir liste değil. Listeyi yeniden CSV olarak kaydedin.</translation>
    </message>
    <message>
        <source>Make room, or choose another place.</source>
        <translation>Yer açın ya da başka bir yer seçin.</translation>
    </message>
    <message>
        <source>Save it as one of the two, then try again.</source>
        <translation>İkisinden biri olarak kaydedip yeniden deneyin.</translation>
    </message>
    <message>
        <source>Save the columns that are needed in a file of their own.</source>
        <translation>Gereken sütunları ayrı bir dosyaya kaydedin.</translation>
    </message>
    <message>
        <source>There are more rows than such a file holds.</source>
        <translation>Bu tür bir dosyaya sığandan çok satır var.</translation>
    </message>
    <message>
        <source>There is no room on the disk for {name}.</source>
        <translation>Diskte {name} için yer yok.</translation>
    </message>
    <message>
        <source>There is nothing in {name}.</source>
        <translation>{name} boş.</translation>
    </message>
    <message>
        <source>You may not use {name} in {folder}.</source>
        <translation>{folder} içindeki {name} için izniniz yok.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be reached: {folder} is not there.</source>
        <translation>{name} bulunamıyor: {folder} yok.</translation>
    </message>
    <message>
        <source>{name} has a line of more than 1,000,000 characters.</source>
        <translation>{name} dosyasında 1.000.000 karakterden uzun bir satır var.</translation>
    </message>
    <message>
        <source>{name} has more than 1,000,000 rows.</source>
        <translation>{name} dosyasında 1.000.000&apos;dan fazla satır var.</translation>
    </message>
    <message>
        <source>{name} has more than 10,000,000 cells, empty ones included.</source>
        <translation>{name} dosyasında, boşlarla birlikte 10.000.000&apos;dan fazla hücre var.</translation>
    </message>
    <message>
        <source>{name} has more than 500 columns.</source>
        <translation>{name} dosyasında 500&apos;den fazla sütun var.</translation>
    </message>
    <message>
        <source>{name} in {folder} can&apos;t be used.</source>
        <translation>{folder} içindeki {name} kullanılamıyor.</translation>
    </message>
    <message>
        <source>{name} is neither CSV nor XLSX.</source>
        <translation>{name} ne CSV ne de XLSX.</translation>
    </message>
    <message>
        <source>{name} is open in another program.</source>
        <translation>{name} başka bir programda açık.</translation>
    </message>
    <message>
        <source>{name} is too large to be read: over 200 MB.</source>
        <translation>{name} okunamayacak kadar büyük: 200 MB&apos;den fazla.</translation>
    </message>
    <message>
        <source>{name} was changed meanwhile.</source>
        <translation>{name} bu arada değişti.</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Seç</translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>File name:</source>
        <translation>Dosya adı:</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>Klasör:</translation>
    </message>
    <message>
        <source>Kind of file:</source>
        <translation>Dosya türü:</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Kaydet</translation>
    </message>
</context>
<context>
    <name>FilterMenu</name>
    <message>
        <source>Account</source>
        <translation>Üye iş yeri</translation>
    </message>
    <message>
        <source>Amount between…</source>
        <translation>Tutar aralığı…</translation>
    </message>
    <message>
        <source>Between two days…</source>
        <translation>İki gün arasında…</translation>
    </message>
    <message>
        <source>Narrow down</source>
        <translation>Daralt</translation>
    </message>
    <message>
        <source>Narrow the search down</source>
        <translation>Aramayı daralt</translation>
    </message>
    <message>
        <source>Only a state, an account, a day or a range of amounts (Ctrl+Shift+F)</source>
        <translation>Yalnızca bir durum, üye iş yeri, gün ya da tutar aralığı (Ctrl+Shift+F)</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Satıldığı gün</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Back</source>
        <translation>Geri</translation>
    </message>
    <message>
        <source>First start</source>
        <translation>İlk açılış</translation>
    </message>
    <message>
        <source>In a terminal: refund-desk --demo</source>
        <translation>Terminalde: refund-desk --demo</translation>
    </message>
    <message>
        <source>It is kept, but the gateway could not be reached yet.</source>
        <translation>Kaydedildi, ama ödeme kuruluşuna henüz ulaşılamadı.</translation>
    </message>
    <message>
        <source>Keep it all the same</source>
        <translation>Yine de kaydet</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Sonra</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>İleri</translation>
    </message>
    <message>
        <source>No money moves by it.</source>
        <translation>Bununla para hareketi olmaz.</translation>
    </message>
    <message>
        <source>The connection doctor in the settings finds out why.</source>
        <translation>Nedenini Ayarlar&apos;daki bağlantı doktoru bulur.</translation>
    </message>
    <message>
        <source>The demo could not be started from here.</source>
        <translation>Demo buradan başlatılamadı.</translation>
    </message>
    <message>
        <source>The demo opens in a window of its own.</source>
        <translation>Demo ayrı bir pencerede açılıyor.</translation>
    </message>
    <message>
        <source>To the desk</source>
        <translation>Masaya geç</translation>
    </message>
    <message>
        <source>Try and keep it</source>
        <translation>Dene ve kaydet</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Deneniyor…</translation>
    </message>
    <message>
        <source>{page} of {all}</source>
        <translation>{page} / {all}</translation>
    </message>
</context>
<context>
    <name>FoundExport</name>
    <message>
        <source>Payments</source>
        <translation>Ödemeler</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Amount</source>
        <translation>Tutar</translation>
    </message>
    <message>
        <source>Copy all of it</source>
        <translation>Hepsini kopyala</translation>
    </message>
    <message>
        <source>Copy all of it, as text (Ctrl+Shift+C)</source>
        <translation>Hepsini metin olarak kopyala (Ctrl+Shift+C)</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Everything works without the mouse</source>
        <translation>Her şey faresiz yapılabilir</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tuşlar</translation>
    </message>
</context>
<context>
    <name>Hindrance</name>
    <message>
        <source>Go to it</source>
        <translation>Ona git</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Güncel hâline bak</translation>
    </message>
    <message>
        <source>What would be sent</source>
        <translation>Gönderilecek olan</translation>
    </message>
    <message>
        <source>the day of the sale</source>
        <translation>satış günü</translation>
    </message>
    <message>
        <source>the day of the sale has passed</source>
        <translation>satış günü geçti</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Amount</source>
        <translation>Tutar</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Ne</translation>
    </message>
    <message>
        <source>What was done here</source>
        <translation>Burada yapılanlar</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Zaman</translation>
    </message>
    <message>
        <source>Who and why</source>
        <translation>Kim, neden</translation>
    </message>
    <message>
        <source>all sellers</source>
        <translation>bütün mağazalar</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%Ln new order(s) stored.</source>
        <translation>
            <numerusform>%Ln yeni sipariş kaydedildi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) stored</source>
        <translation>
            <numerusform>%Ln sipariş kaydedildi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) were here already</source>
        <translation>
            <numerusform>%Ln sipariş zaten kayıtlıydı</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) with bad rows were left out</source>
        <translation>
            <numerusform>hatalı satırı olan %Ln sipariş dışarıda bırakıldı</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) checked</source>
        <translation>
            <numerusform>%Ln satır denetlendi</numerusform>
        </translation>
    </message>
    <message>
        <source>Bad rows</source>
        <translation>Hatalı satırlar</translation>
    </message>
    <message>
        <source>Check the rows</source>
        <translation>Satırları denetle</translation>
    </message>
    <message>
        <source>Choose the file with the orders</source>
        <translation>Sipariş dosyasını seçin</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Sütunlar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Bitti</translation>
    </message>
    <message>
        <source>Ended before it was done. Nothing was stored.</source>
        <translation>Bitmeden durduruldu. Hiçbir şey kaydedilmedi.</translation>
    </message>
    <message>
        <source>Every file (*)</source>
        <translation>Bütün dosyalar (*)</translation>
    </message>
    <message>
        <source>Excel and CSV (*.xlsx *.csv *.txt)</source>
        <translation>Excel ve CSV (*.xlsx *.csv *.txt)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Dosya</translation>
    </message>
    <message>
        <source>Go back and check the rows again.</source>
        <translation>Geri dönüp satırları yeniden denetleyin.</translation>
    </message>
    <message>
        <source>Import Param orders</source>
        <translation>Param siparişlerini dosyadan al</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Looking at the file…</source>
        <translation>Dosyaya bakılıyor…</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Önizleme</translation>
    </message>
    <message>
        <source>Replace that file</source>
        <translation>O dosyanın yerine yaz</translation>
    </message>
    <message>
        <source>Sample orders</source>
        <translation>Örnek siparişler</translation>
    </message>
    <message>
        <source>Save a sample file</source>
        <translation>Örnek dosya kaydet</translation>
    </message>
    <message>
        <source>Save the bad rows</source>
        <translation>Hatalı satırları kaydet</translation>
    </message>
    <message>
        <source>Something was entered since you looked. Nothing was stored.</source>
        <translation>Siz baktıktan sonra bir kayıt girildi. Hiçbir şey kaydedilmedi.</translation>
    </message>
    <message>
        <source>Step {number} of 4: {name}</source>
        <translation>Adım {number}/4: {name}</translation>
    </message>
    <message numerus="yes">
        <source>Store %Ln order(s)</source>
        <translation>
            <numerusform>%Ln siparişi kaydet</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a file of this name already.</source>
        <translation>Bu adda bir dosya zaten var.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Yazılıyor…</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>Yazıldı: {file}</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>A cell of another kind: format the column as text.</source>
        <translation>Hücrenin türü başka: sütunu metin olarak biçimlendirin.</translation>
    </message>
    <message>
        <source>A quotation mark is missing, or there is one too many.</source>
        <translation>Tırnak işareti eksik ya da fazla.</translation>
    </message>
    <message>
        <source>Another currency; only lira can be given back here.</source>
        <translation>Başka para birimi; burada yalnız lira geri verilir.</translation>
    </message>
    <message>
        <source>Another order of the file has this GUID.</source>
        <translation>Dosyadaki başka bir siparişte bu GUID var.</translation>
    </message>
    <message>
        <source>Bad rows</source>
        <translation>Hatalı satırlar</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Sütun</translation>
    </message>
    <message>
        <source>It begins like a formula (= + - @).</source>
        <translation>Formül gibi başlıyor (= + - @).</translation>
    </message>
    <message>
        <source>It can be read as two amounts; write all kuruş: 1250,00</source>
        <translation>İki türlü okunuyor; kuruşu tam yazın: 1250,00</translation>
    </message>
    <message>
        <source>It is negative.</source>
        <translation>Eksi bir tutar.</translation>
    </message>
    <message>
        <source>It is too long ago.</source>
        <translation>Çok eski bir zaman.</translation>
    </message>
    <message>
        <source>It is too long.</source>
        <translation>Çok uzun.</translation>
    </message>
    <message>
        <source>It lies in the future.</source>
        <translation>Gelecekte bir zaman.</translation>
    </message>
    <message>
        <source>Money was asked back on this order, and the file says otherwise. It stays as it is.</source>
        <translation>Bu siparişten para geri istendi, dosyada ise farklı yazıyor. Olduğu gibi kalır.</translation>
    </message>
    <message>
        <source>No GUID: it has 36 characters, like 0C13D406-873B-403B-9C09-A5766840D98C.</source>
        <translation>GUID değil: 36 karakterdir, örneğin 0C13D406-873B-403B-9C09-A5766840D98C.</translation>
    </message>
    <message>
        <source>No day and time; write 21.11.2026 18:34</source>
        <translation>Gün ve saat değil; 21.11.2026 18:34 gibi yazın</translation>
    </message>
    <message>
        <source>No order has that many sellers.</source>
        <translation>Bir siparişte bu kadar mağaza olmaz.</translation>
    </message>
    <message>
        <source>No sale is that large.</source>
        <translation>Bu kadar büyük satış olmaz.</translation>
    </message>
    <message>
        <source>Payable</source>
        <translation>Ödenecek tutar</translation>
    </message>
    <message>
        <source>Product amount</source>
        <translation>Ürün tutarı</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Satır</translation>
    </message>
    <message>
        <source>Sale time</source>
        <translation>Satış zamanı</translation>
    </message>
    <message>
        <source>Seller</source>
        <translation>Mağaza</translation>
    </message>
    <message>
        <source>The amount must be more than zero.</source>
        <translation>Tutar sıfırdan büyük olmalı.</translation>
    </message>
    <message>
        <source>The order has this GUID already.</source>
        <translation>Siparişte bu GUID zaten var.</translation>
    </message>
    <message>
        <source>The order&apos;s first row has another sale time.</source>
        <translation>Siparişin ilk satırında satış zamanı başka.</translation>
    </message>
    <message>
        <source>The row has more or fewer columns than the titles.</source>
        <translation>Satırda başlıklardan çok ya da az sütun var.</translation>
    </message>
    <message>
        <source>The seller can&apos;t be due more than the product&apos;s amount.</source>
        <translation>Mağazaya ödenecek tutar, ürün tutarından büyük olamaz.</translation>
    </message>
    <message>
        <source>The spreadsheet could not calculate this cell.</source>
        <translation>Hesap tablosu bu hücreyi hesaplayamamış.</translation>
    </message>
    <message>
        <source>The spreadsheet has shortened the number. Format the column as text, enter it anew.</source>
        <translation>Hesap tablosu sayıyı kısaltmış. Sütunu metin olarak biçimlendirip yeniden yazın.</translation>
    </message>
    <message>
        <source>The time is missing; write 21.11.2026 18:34</source>
        <translation>Saat eksik; 21.11.2026 18:34 gibi yazın</translation>
    </message>
    <message>
        <source>There are characters in it that can&apos;t be seen.</source>
        <translation>Görünmeyen karakterler var.</translation>
    </message>
    <message>
        <source>There are letters in it that can&apos;t be read. Save the file as UTF-8.</source>
        <translation>Okunamayan harfler var. Dosyayı UTF-8 olarak kaydedin.</translation>
    </message>
    <message>
        <source>There are more than two digits of kuruş.</source>
        <translation>Kuruş ikiden çok haneli.</translation>
    </message>
    <message>
        <source>This GUID belongs to another order here already.</source>
        <translation>Bu GUID burada başka bir siparişte kayıtlı.</translation>
    </message>
    <message>
        <source>This can&apos;t be empty.</source>
        <translation>Bu boş olamaz.</translation>
    </message>
    <message>
        <source>This is no amount.</source>
        <translation>Bu bir tutar değil.</translation>
    </message>
    <message>
        <source>This order is here already, with other content. It stays as it is; edit it by hand.</source>
        <translation>Bu sipariş zaten kayıtlı ve içeriği farklı. Olduğu gibi kalır; gerekiyorsa elle düzeltin.</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Sorun</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>Yazan</translation>
    </message>
    <message>
        <source>Which one is the month? Write 21.11.2026 18:34</source>
        <translation>Hangisi ay? 21.11.2026 18:34 gibi yazın</translation>
    </message>
    <message>
        <source>the whole row</source>
        <translation>satırın tamamı</translation>
    </message>
    <message>
        <source>{sentence} (row {row})</source>
        <translation>{sentence} ({row}. satır)</translation>
    </message>
</context>
<context>
    <name>JournalList</name>
    <message>
        <source>Age</source>
        <translation>Geçen süre</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tümü</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Tutar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Tamamlanan</translation>
    </message>
    <message>
        <source>Every void and refund that is sent from here is listed, however it ended.</source>
        <translation>Buradan gönderilen her iptal ve iade, nasıl sonuçlanırsa sonuçlansın burada görünür.</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Listeyi süz</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Sıradaki adım</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Gönderilmeyen</translation>
    </message>
    <message>
        <source>Nothing fits the filter</source>
        <translation>Süzgece uyan yok</translation>
    </message>
    <message>
        <source>Nothing was given back yet</source>
        <translation>Henüz iptal ya da iade yok</translation>
    </message>
    <message>
        <source>Other words, or all ends, may show more.</source>
        <translation>Başka sözcükler ya da tüm sonuçlar daha fazlasını gösterebilir.</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referans</translation>
    </message>
    <message>
        <source>Reference, reason or person</source>
        <translation>Referans, neden ya da kişi</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Reddedilen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tümünü göster</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Belirsiz</translation>
    </message>
    <message>
        <source>Voids and refunds</source>
        <translation>İptaller ve iadeler</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Ne</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Zaman</translation>
    </message>
    <message>
        <source>Which ends are shown</source>
        <translation>Hangi sonuçlar gösteriliyor</translation>
    </message>
    <message>
        <source>Who and why</source>
        <translation>Kim, neden</translation>
    </message>
    <message>
        <source>{count} shown, {unknown} unknown</source>
        <translation>{count} kayıt, {unknown} belirsiz</translation>
    </message>
</context>
<context>
    <name>JournalStep</name>
    <message>
        <source>Ask again later</source>
        <translation>Sonra yeniden sorgulayın</translation>
    </message>
    <message>
        <source>Ask again, or settle it</source>
        <translation>Yeniden sorgulayın ya da sonuçlandırın</translation>
    </message>
    <message>
        <source>Read why, look at the sale</source>
        <translation>Nedenini okuyun, satışa bakın</translation>
    </message>
    <message>
        <source>Try again if still wanted</source>
        <translation>Hâlâ isteniyorsa yeniden deneyin</translation>
    </message>
</context>
<context>
    <name>LeaveForApproval</name>
    <message>
        <source>Leave for approval</source>
        <translation>Onaya bırak</translation>
    </message>
    <message>
        <source>Nothing is sent now. Somebody who may approve finds it under Approvals.</source>
        <translation>Şimdi bir şey gönderilmez. Onay verebilen biri onu Onay bekleyen altında bulur.</translation>
    </message>
</context>
<context>
    <name>Life</name>
    <message>
        <source>Sold</source>
        <translation>Satış</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Aktarım</translation>
    </message>
    <message>
        <source>Void until</source>
        <translation>Son iptal</translation>
    </message>
    <message>
        <source>here, by {name}</source>
        <translation>burada, {name}</translation>
    </message>
    <message>
        <source>to seller {number}</source>
        <translation>{number} mağazasına</translation>
    </message>
    <message>
        <source>to the shop</source>
        <translation>iş yerine</translation>
    </message>
    <message>
        <source>without a date</source>
        <translation>tarihi yok</translation>
    </message>
</context>
<context>
    <name>LineEdit</name>
    <message>
        <source>A GUID has {whole} characters; these are {count}.</source>
        <translation>GUID {whole} karakterdir; burada {count} var.</translation>
    </message>
    <message>
        <source>Due to the seller now</source>
        <translation>Mağazaya şimdi ödenecek</translation>
    </message>
    <message>
        <source>Due to the seller now (OdenecekTutar)</source>
        <translation>Şimdi ödenecek (OdenecekTutar)</translation>
    </message>
    <message>
        <source>Product amount</source>
        <translation>Ürün tutarı</translation>
    </message>
    <message>
        <source>Remove {title}</source>
        <translation>Satırı kaldır: {title}</translation>
    </message>
    <message>
        <source>Seller</source>
        <translation>Mağaza</translation>
    </message>
    <message>
        <source>Seller {number}</source>
        <translation>{number}. mağaza</translation>
    </message>
</context>
<context>
    <name>LineRow</name>
    <message>
        <source>All that is left of {seller}</source>
        <translation>{seller} için kalanın tümü</translation>
    </message>
    <message>
        <source>Due afterwards, {seller}</source>
        <translation>Sonra ödenecek, {seller}</translation>
    </message>
    <message>
        <source>Give back all that is left</source>
        <translation>Kalanın tümünü geri ver</translation>
    </message>
    <message>
        <source>Give back now, {seller}</source>
        <translation>Şimdi geri verilecek, {seller}</translation>
    </message>
</context>
<context>
    <name>LineTable</name>
    <message>
        <source>Already returned</source>
        <translation>Önceden geri verilen</translation>
    </message>
    <message>
        <source>Due afterwards</source>
        <translation>Sonra ödenecek</translation>
    </message>
    <message>
        <source>Due now</source>
        <translation>Şu an ödenecek</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Kalan</translation>
    </message>
    <message>
        <source>Return now</source>
        <translation>Şimdi geri ver</translation>
    </message>
    <message>
        <source>Seller</source>
        <translation>Mağaza</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Satılan</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Toplam</translation>
    </message>
    <message>
        <source>What goes back, seller by seller</source>
        <translation>Mağaza mağaza geri verilecekler</translation>
    </message>
    <message>
        <source>{sold} sold = {returned} returned already + {now} now + {left} left</source>
        <translation>{sold} satış = {returned} önceden geri verilen + {now} şimdi + {left} kalan</translation>
    </message>
</context>
<context>
    <name>Log</name>
    <message>
        <source> a day</source>
        <translation> günlük</translation>
    </message>
    <message>
        <source> in one go</source>
        <translation> tek seferde</translation>
    </message>
    <message>
        <source>#{n}, support file</source>
        <translation>#{n}, destek dosyası</translation>
    </message>
    <message>
        <source>A part of the log begins</source>
        <translation>Günlüğün bir bölümü başlıyor</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Konu</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Üye iş yeri</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Onay</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Yedek</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>Teyit</translation>
    </message>
    <message>
        <source>Day end</source>
        <translation>Gün sonu</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>İzin verilmedi</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>Nasıl sonuçlandı</translation>
    </message>
    <message>
        <source>Key of the log</source>
        <translation>Günlüğün anahtarı</translation>
    </message>
    <message>
        <source>Left for approval</source>
        <translation>Onaya bırakma</translation>
    </message>
    <message>
        <source>No. {0}</source>
        <translation>No. {0}</translation>
    </message>
    <message>
        <source>Older ledger</source>
        <translation>Daha eski defter</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Sipariş</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Sonuç</translation>
    </message>
    <message>
        <source>PIN right</source>
        <translation>PIN doğru</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Çalışan</translation>
    </message>
    <message>
        <source>Raw answer read</source>
        <translation>Ham yanıta bakıldı</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Geri yükleme</translation>
    </message>
    <message>
        <source>Reversal sent</source>
        <translation>İptal/iade gönderildi</translation>
    </message>
    <message>
        <source>Reversal written down</source>
        <translation>İptal/iade yazıldı</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Kural</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Oturum açma</translation>
    </message>
    <message>
        <source>Sign-out</source>
        <translation>Oturum kapama</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>Fiş</translation>
    </message>
    <message>
        <source>Stands as it is</source>
        <translation>Olduğu gibi kabul edildi</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>Dışa aktarma</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Okunamıyor</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Ne</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Ne zaman</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Kim</translation>
    </message>
    <message>
        <source>added</source>
        <translation>eklendi</translation>
    </message>
    <message>
        <source>agreed by {name}</source>
        <translation>onaylayan {name}</translation>
    </message>
    <message>
        <source>alone</source>
        <translation>tek başına</translation>
    </message>
    <message>
        <source>answer No. {0}</source>
        <translation>{0} numaralı yanıt</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>eskisi gibi</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>değiştirildi</translation>
    </message>
    <message>
        <source>changed, with its secrets</source>
        <translation>değiştirildi, gizli bilgileriyle</translation>
    </message>
    <message>
        <source>columns chosen by hand</source>
        <translation>sütunlar elle seçildi</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>onaylanmadı</translation>
    </message>
    <message>
        <source>does not listen</source>
        <translation>dinlemiyor</translation>
    </message>
    <message>
        <source>done</source>
        <translation>tamam</translation>
    </message>
    <message>
        <source>ended: the PIN, the role or the person has changed</source>
        <translation>sona erdi: PIN, rol ya da kişi değişti</translation>
    </message>
    <message>
        <source>entered: {count} sellers, {amount}</source>
        <translation>girildi: {count} mağaza, {amount}</translation>
    </message>
    <message>
        <source>everything, with a limit</source>
        <translation>sınırlıyken tümü</translation>
    </message>
    <message>
        <source>given to {0}</source>
        <translation>{0} için verildi</translation>
    </message>
    <message>
        <source>goes on here instead of in ledger {0}</source>
        <translation>{0} defteri yerine burada devam ediyor</translation>
    </message>
    <message>
        <source>goes on with this copy</source>
        <translation>bu kopyayla devam ediyor</translation>
    </message>
    <message>
        <source>goes on with {0} reversals instead of {1}</source>
        <translation>{1} yerine {0} iptal/iade ile sürüyor</translation>
    </message>
    <message>
        <source>imported: {orders} orders, {lines} sellers, {amount}</source>
        <translation>alındı: {orders} sipariş, {lines} mağaza satırı, {amount}</translation>
    </message>
    <message>
        <source>left for approval: {0}</source>
        <translation>onaya bırakıldı: {0}</translation>
    </message>
    <message>
        <source>listens at {0}</source>
        <translation>dinliyor: {0}</translation>
    </message>
    <message>
        <source>new PIN</source>
        <translation>yeni PIN</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sınırsız</translation>
    </message>
    <message>
        <source>no limit a day</source>
        <translation>günlük sınırsız</translation>
    </message>
    <message>
        <source>no longer works here</source>
        <translation>artık çalışmıyor</translation>
    </message>
    <message>
        <source>nobody approves their own</source>
        <translation>kimse kendininkini onaylayamaz</translation>
    </message>
    <message>
        <source>nobody was signed in</source>
        <translation>oturum açan yoktu</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>gönderilmedi</translation>
    </message>
    <message>
        <source>over the limit in one go</source>
        <translation>tek seferlik sınırın üstünde</translation>
    </message>
    <message>
        <source>over the limit of a day</source>
        <translation>günlük sınırın üstünde</translation>
    </message>
    <message>
        <source>part {0} of the log begins</source>
        <translation>günlüğün {0}. bölümü başlıyor</translation>
    </message>
    <message>
        <source>part {0} of the log begins; what was in {1} is not known</source>
        <translation>günlüğün {0}. bölümü başlıyor; {1} içinde ne olduğu bilinmiyor</translation>
    </message>
    <message>
        <source>part {n}</source>
        <translation>{n}. bölüm</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>yazdırıldı</translation>
    </message>
    <message>
        <source>recovery code put away</source>
        <translation>kurtarma kodu saklandı</translation>
    </message>
    <message>
        <source>recovery code shown</source>
        <translation>kurtarma kodu gösterildi</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>reddedildi</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>kaldırıldı</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>kullanımdan kaldırıldı</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gönderildi</translation>
    </message>
    <message>
        <source>sheet of the day</source>
        <translation>gün sonu sayfası</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>oturum açıldı</translation>
    </message>
    <message>
        <source>signed out</source>
        <translation>oturum kapatıldı</translation>
    </message>
    <message>
        <source>taken back by its recovery code</source>
        <translation>kurtarma koduyla geri alındı</translation>
    </message>
    <message>
        <source>taken off the list</source>
        <translation>listeden çıkarıldı</translation>
    </message>
    <message>
        <source>the approval no longer held</source>
        <translation>onay artık geçerli değildi</translation>
    </message>
    <message>
        <source>the approval was for something else</source>
        <translation>onay başka bir şey içindi</translation>
    </message>
    <message>
        <source>the approval was somebody else&apos;s</source>
        <translation>onay başkasına verilmişti</translation>
    </message>
    <message>
        <source>the approval was too old</source>
        <translation>onayın süresi geçmişti</translation>
    </message>
    <message>
        <source>the approval was used already</source>
        <translation>onay zaten kullanılmıştı</translation>
    </message>
    <message>
        <source>the role does not allow it</source>
        <translation>rolü buna izin vermiyor</translation>
    </message>
    <message>
        <source>the session had ended</source>
        <translation>oturum sona ermişti</translation>
    </message>
    <message>
        <source>the shop</source>
        <translation>dükkân</translation>
    </message>
    <message>
        <source>too many wrong PINs</source>
        <translation>çok fazla yanlış PIN</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>belirsiz</translation>
    </message>
    <message>
        <source>wanted: the desk is closed for it</source>
        <translation>istendi: masa bunun için kapatılıyor</translation>
    </message>
    <message>
        <source>works here</source>
        <translation>çalışıyor</translation>
    </message>
    <message>
        <source>written down</source>
        <translation>yazıldı</translation>
    </message>
    <message>
        <source>wrong PIN</source>
        <translation>yanlış PIN</translation>
    </message>
    <message>
        <source>{0} reversals in it</source>
        <translation>içinde {0} iptal/iade var</translation>
    </message>
    <message>
        <source>{0} reversals in it; nothing was there before</source>
        <translation>içinde {0} iptal/iade var; önceden bir şey yoktu</translation>
    </message>
    <message>
        <source>{0} reversals in it; what was there before was put aside as {1}</source>
        <translation>içinde {0} iptal/iade var; önceki {1} adıyla kenara kondu</translation>
    </message>
    <message>
        <source>{form}: {outcome}, No. {n}</source>
        <translation>{form}: {outcome}, No. {n}</translation>
    </message>
    <message>
        <source>{rows} rows, {form}: {file}</source>
        <translation>{rows} satır, {form}: {file}</translation>
    </message>
    <message>
        <source>{said}, approval {n}</source>
        <translation>{said}, {n} numaralı onay</translation>
    </message>
    <message>
        <source>{state}, asked for by {name}</source>
        <translation>{state}, isteyen {name}</translation>
    </message>
</context>
<context>
    <name>LogCheck</name>
    <message numerus="yes">
        <source>%Ln row(s) checked</source>
        <translation>
            <numerusform>%Ln satır denetlendi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checked: all %Ln row(s) fit.</source>
        <translation>
            <numerusform>Denetlendi: %Ln satırın tümü uyuyor.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ended before every row was checked.</source>
        <translation>Bütün satırlar denetlenmeden durduruldu.</translation>
    </message>
    <message>
        <source>Nothing is said of the log then. It can be checked again at any time.</source>
        <translation>Günlük için bir şey söylenemez. İstediğiniz zaman yeniden denetleyin.</translation>
    </message>
    <message>
        <source>Rows whose key is lost can&apos;t be vouched for.</source>
        <translation>Anahtarı kayıp satırlar için güvence verilemez.</translation>
    </message>
    <message>
        <source>Stop checking</source>
        <translation>Denetimi durdur</translation>
    </message>
    <message numerus="yes">
        <source>The log fits, but %Ln thing(s) do not stand as it says.</source>
        <translation>
            <numerusform>Kayıt uyuyor, ancak %Ln öğe kaydın söylediği gibi değil.</numerusform>
        </translation>
    </message>
    <message>
        <source>The log is broken at row {row}.</source>
        <translation>Günlük {row}. satırda bozuk.</translation>
    </message>
</context>
<context>
    <name>LogSection</name>
    <message numerus="yes">
        <source>%Ln row(s), all there are</source>
        <translation>
            <numerusform>%Ln satır, hepsi bu</numerusform>
        </translation>
    </message>
    <message>
        <source>Check the whole log</source>
        <translation>Bütün günlüğü denetle</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Her şey</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Günlük</translation>
    </message>
    <message>
        <source>Look for in the log</source>
        <translation>Günlükte ara</translation>
    </message>
    <message>
        <source>Name, reference, word…</source>
        <translation>Ad, referans, sözcük…</translation>
    </message>
    <message>
        <source>Nothing in the log fits.</source>
        <translation>Günlükte buna uyan satır yok.</translation>
    </message>
    <message>
        <source>Read older ones</source>
        <translation>Daha eskileri oku</translation>
    </message>
    <message numerus="yes">
        <source>The newest %Ln row(s); there are older ones</source>
        <translation>
            <numerusform>En yeni %Ln satır; daha eskileri de var</numerusform>
        </translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Ne yapıldı</translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <source>Another language opens the window anew; what is under way goes on.</source>
        <translation>Dil değişince pencere yeniden açılır; süren işler devam eder.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Görünüm</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Sistem gibi</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Koyu</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Dil</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Açık</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>How a reversal ended is known, but not written down yet. The window closes by itself once it is, in 10 seconds at most.</source>
        <translation>Bir işlemin sonucu biliniyor ama henüz kaydedilemedi. Pencere, kaydedilince, en geç 10 saniye içinde kendiliğinden kapanır.</translation>
    </message>
    <message>
        <source>Ledger open</source>
        <translation>Defter açık</translation>
    </message>
    <message>
        <source>Ledger open for looking only</source>
        <translation>Defter yalnız bakmak için açık</translation>
    </message>
    <message>
        <source>Money is on the move. The window closes by itself when it is clear how it went.</source>
        <translation>Para işlemi sürüyor. Sonuç belli olunca pencere kendiliğinden kapanır.</translation>
    </message>
    <message>
        <source>Opening the ledger…</source>
        <translation>Defter açılıyor…</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Ödemeler</translation>
    </message>
    <message>
        <source>Refund Desk</source>
        <translation>İade Masası</translation>
    </message>
    <message>
        <source>The ledger is being opened; this is looked for right after.</source>
        <translation>Defter açılıyor; bu hemen ardından aranacak.</translation>
    </message>
    <message>
        <source>The ledger is not open</source>
        <translation>Defter açık değil</translation>
    </message>
    <message>
        <source>What is still not written down then is kept, and read in at the next start.</source>
        <translation>O ana kadar kaydedilemeyen sonuç saklanır ve bir sonraki açılışta deftere geçirilir.</translation>
    </message>
    <message>
        <source>Without it nothing is asked and nothing is sent.</source>
        <translation>O olmadan hiçbir şey sorulmaz ve gönderilmez.</translation>
    </message>
    <message>
        <source>You can type a reference already.</source>
        <translation>Şimdiden bir referans yazabilirsiniz.</translation>
    </message>
</context>
<context>
    <name>MomentEdit</name>
    <message>
        <source>Choose the day</source>
        <translation>Günü seç</translation>
    </message>
</context>
<context>
    <name>MoneyDialog</name>
    <message>
        <source>Being sent; this can take up to a minute. It is sent once.</source>
        <translation>Gönderiliyor; bir dakikayı bulabilir. Yalnız bir kez gönderilir.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>It waits under Approvals. No money has moved, and the order is not locked.</source>
        <translation>Onay bekleyen altında duruyor. Para hareket etmedi, sipariş kilitlenmedi.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Left for approval: {amount}</source>
        <translation>Onaya bırakıldı: {amount}</translation>
    </message>
    <message>
        <source>Nothing was sent. You can try again.</source>
        <translation>Hiçbir şey gönderilmedi. Yeniden deneyebilirsiniz.</translation>
    </message>
    <message>
        <source>Sending in {count}… Nothing was sent yet; {leave} takes it back.</source>
        <translation>Gönderiliyor: {count}… Henüz gönderilmedi; {leave} geri alır.</translation>
    </message>
    <message>
        <source>Taking it back…</source>
        <translation>Geri alınıyor…</translation>
    </message>
    <message>
        <source>The answer is awaited; this closes when it is clear how it went.</source>
        <translation>Yanıt bekleniyor; sonuç belli olmadan bu pencere kapanmaz.</translation>
    </message>
</context>
<context>
    <name>MonthBars</name>
    <message>
        <source>Given back on each day of the month</source>
        <translation>Ayın her gününde geri verilen</translation>
    </message>
    <message>
        <source>{said}, closed as No. {n}</source>
        <translation>{said}, {n} numarayla kapatıldı</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>A search of this name is replaced.</source>
        <translation>Bu adla kayıtlı aramanın yerine geçer.</translation>
    </message>
    <message>
        <source>Days stay as they were said: “yesterday” will be tomorrow&apos;s yesterday.</source>
        <translation>Günler söylendiği gibi kalır: “dün”, yarın açıldığında yarının dünüdür.</translation>
    </message>
    <message>
        <source>Its name in the menu</source>
        <translation>Menüdeki adı</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Kaydet</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Bu aramayı kaydet</translation>
    </message>
</context>
<context>
    <name>NewPin</name>
    <message>
        <source>4 to 12 digits.</source>
        <translation>4–12 rakam.</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>Yeni PIN</translation>
    </message>
    <message>
        <source>New PIN, again</source>
        <translation>Yeni PIN, bir kez daha</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>İkisi aynı değil.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Connection doctor…</source>
        <translation>Bağlantı doktoru…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopyala</translation>
    </message>
    <message>
        <source>Copy the technical part</source>
        <translation>Teknik bilgiyi kopyala</translation>
    </message>
    <message>
        <source>Reference: {reference}</source>
        <translation>Referans: {reference}</translation>
    </message>
    <message>
        <source>Technical part</source>
        <translation>Teknik bilgi</translation>
    </message>
</context>
<context>
    <name>OperatorEditor</name>
    <message>
        <source>Add the person</source>
        <translation>Kişiyi ekle</translation>
    </message>
    <message>
        <source>Edit a person</source>
        <translation>Kişiyi düzenle</translation>
    </message>
    <message>
        <source>Empty is no limit. Above it a second person approves.</source>
        <translation>Boş bırakılırsa sınır yoktur. Üstünde ikinci bir kişi onaylar.</translation>
    </message>
    <message>
        <source>Most in one go</source>
        <translation>Tek seferde en çok</translation>
    </message>
    <message>
        <source>Most on one business day</source>
        <translation>Bir iş gününde en çok</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Yeni kişi</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Save the person</source>
        <translation>Kişiyi kaydet</translation>
    </message>
    <message>
        <source>Works here</source>
        <translation>Burada çalışıyor</translation>
    </message>
</context>
<context>
    <name>OrderDialog</name>
    <message>
        <source>Add one under Accounts first.</source>
        <translation>Önce Üye iş yerleri altında bir tane ekleyin.</translation>
    </message>
    <message>
        <source>Another program holds the ledger, so orders can only be looked at.</source>
        <translation>Defter başka bir programda açık; siparişlere yalnız bakılabilir.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Edit an order</source>
        <translation>Siparişi düzenle</translation>
    </message>
    <message>
        <source>Money was asked back on this order, so it can&apos;t be edited any more.</source>
        <translation>Bu siparişte para geri istendi; artık düzenlenemez.</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>Yeni sipariş</translation>
    </message>
    <message>
        <source>Save the order</source>
        <translation>Siparişi kaydet</translation>
    </message>
    <message>
        <source>There is no Param account to enter an order for.</source>
        <translation>Sipariş girilecek bir Param üye iş yeri yok.</translation>
    </message>
    <message>
        <source>What was sent to Param rests on these numbers; they stay as they were.</source>
        <translation>Param&apos;a gönderilen bu sayılara dayanıyor; oldukları gibi kalırlar.</translation>
    </message>
</context>
<context>
    <name>OrderForm</name>
    <message>
        <source>Account</source>
        <translation>Üye iş yeri</translation>
    </message>
    <message>
        <source>Add a seller</source>
        <translation>Mağaza ekle</translation>
    </message>
    <message>
        <source>As Param&apos;s Pos_Odeme answered it when it was paid.</source>
        <translation>Ödeme sırasında Param&apos;ın Pos_Odeme yanıtındaki numara.</translation>
    </message>
    <message>
        <source>By this it is decided whether money goes back as IPTAL or as IADE.</source>
        <translation>Paranın IPTAL mi IADE mi olarak geri gideceğine buna göre karar verilir.</translation>
    </message>
    <message>
        <source>Order total: {amount}</source>
        <translation>Sipariş toplamı: {amount}</translation>
    </message>
    <message>
        <source>So far: {amount}</source>
        <translation>Şu ana kadar: {amount}</translation>
    </message>
    <message>
        <source>Sold at</source>
        <translation>Satış zamanı</translation>
    </message>
    <message>
        <source>Sold at (day and time in Istanbul)</source>
        <translation>Satış zamanı (İstanbul saatiyle gün ve saat)</translation>
    </message>
    <message>
        <source>Type day and time, like 21.11.2026 18:34</source>
        <translation>Gün ve saat yazın: 21.11.2026 18:34 gibi.</translation>
    </message>
</context>
<context>
    <name>OrderHead</name>
    <message>
        <source>Account</source>
        <translation>Üye iş yeri</translation>
    </message>
    <message>
        <source>Business day</source>
        <translation>İş günü</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Düzenle…</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Satış</translation>
    </message>
</context>
<context>
    <name>OrderPanel</name>
    <message>
        <source>Keep the order</source>
        <translation>Sipariş kalsın</translation>
    </message>
    <message>
        <source>Money was asked back on this order: it can&apos;t be edited any more.</source>
        <translation>Bu siparişte para geri istendi: artık düzenlenemez.</translation>
    </message>
    <message>
        <source>Refund, in whole or in part: up to {amount}…</source>
        <translation>İade et, tümü ya da bir kısmı: en çok {amount}…</translation>
    </message>
    <message>
        <source>Remove the order…</source>
        <translation>Siparişi kaldır…</translation>
    </message>
    <message>
        <source>Remove {number} for good</source>
        <translation>{number} kalıcı olarak kaldırılsın</translation>
    </message>
    <message>
        <source>Sellers</source>
        <translation>Mağazalar</translation>
    </message>
    <message>
        <source>Sent as IPTAL (void) for another {left}; as IADE (refund) after that</source>
        <translation>{left} daha IPTAL olarak gönderilir; ondan sonra IADE olarak</translation>
    </message>
    <message>
        <source>Takes it out of this program; nothing happens at Param.</source>
        <translation>Yalnızca bu programdan kaldırır; Param&apos;da bir şey olmaz.</translation>
    </message>
    <message>
        <source>The day of the sale has passed: it is sent as IADE (refund).</source>
        <translation>Satış günü geçti: IADE olarak gönderilir.</translation>
    </message>
    <message>
        <source>Void, in whole or in part: up to {amount}…</source>
        <translation>İptal et, tümü ya da bir kısmı: en çok {amount}…</translation>
    </message>
</context>
<context>
    <name>OrderState</name>
    <message>
        <source>Given back whole</source>
        <translation>Tamamı geri verildi</translation>
    </message>
    <message>
        <source>Nothing given back</source>
        <translation>Geri verilen yok</translation>
    </message>
    <message>
        <source>Partly given back</source>
        <translation>Bir kısmı geri verildi</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Belirsiz</translation>
    </message>
</context>
<context>
    <name>OrdersPlace</name>
    <message>
        <source>Add a Param account first.</source>
        <translation>Önce bir Param üye iş yeri ekleyin.</translation>
    </message>
    <message>
        <source>Enter an order by hand (Ctrl+N)</source>
        <translation>Elle sipariş gir (Ctrl+N)</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Dosyadan al…</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>Yeni sipariş</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>Henüz sipariş yok</translation>
    </message>
    <message>
        <source>Param orders</source>
        <translation>Param siparişleri</translation>
    </message>
    <message>
        <source>Param tells nothing about an order: enter it here once, then give back from it.</source>
        <translation>Param sipariş hakkında bilgi vermez: siparişi bir kez buraya girin, sonra ondan iade edin.</translation>
    </message>
    <message>
        <source>Take in Param orders from Excel or CSV (Ctrl+I)</source>
        <translation>Param siparişlerini Excel ya da CSV dosyasından al (Ctrl+I)</translation>
    </message>
    <message numerus="yes">
        <source>The newest %Ln; older ones are found by searching</source>
        <translation>
            <numerusform>En yeni %Ln sipariş; daha eskiler aranarak bulunur</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Awaiting confirmation. The order stays shut; do not send it again.</source>
        <translation>Teyit bekleniyor. Sipariş kapalı kalır; yeniden göndermeyin.</translation>
    </message>
    <message>
        <source>Compare the order number and the seller&apos;s GUID with Param&apos;s panel.</source>
        <translation>Sipariş numarasını ve mağazanın GUID&apos;ini Param panelindekiyle karşılaştırın.</translation>
    </message>
    <message>
        <source>Compare the seller&apos;s amounts with Param&apos;s panel, then try again.</source>
        <translation>Mağazanın tutarlarını Param panelindekiyle karşılaştırıp yeniden deneyin.</translation>
    </message>
    <message>
        <source>Correct the user name, the password and the GUID in the account.</source>
        <translation>Üye iş yerindeki kullanıcı adını, parolayı ve GUID&apos;i düzeltin.</translation>
    </message>
    <message>
        <source>Do not send it again, and pay nothing by hand. The order stays locked.</source>
        <translation>Yeniden göndermeyin, elden de ödemeyin. Sipariş kilitli kalır.</translation>
    </message>
    <message>
        <source>EsnekPOS does not know this shop&apos;s internet address. Have it registered there, then try again.</source>
        <translation>EsnekPOS bu mağazanın internet adresini tanımıyor. Adresi EsnekPOS’a kaydettirin, sonra yeniden deneyin.</translation>
    </message>
    <message>
        <source>If the customer was paid in another way meanwhile, take that up with them.</source>
        <translation>Bu arada müşteriye başka yolla ödeme yapıldıysa bunu müşteriyle görüşün.</translation>
    </message>
    <message>
        <source>In case it is booked late, it is looked at until {when}.</source>
        <translation>Geç işlenme olasılığına karşı {when} tarihine kadar sorgulanır.</translation>
    </message>
    <message>
        <source>It takes a refund instead: plan it again, review and confirm it anew.</source>
        <translation>Param bunun yerine iade kabul ediyor: yeniden planlayın, gözden geçirip yeniden onaylayın.</translation>
    </message>
    <message>
        <source>It takes a void instead: plan it again, review and confirm it anew.</source>
        <translation>Param bunun yerine iptal kabul ediyor: yeniden planlayın, gözden geçirip yeniden onaylayın.</translation>
    </message>
    <message>
        <source>It was written down and its end is not known yet.</source>
        <translation>Deftere yazıldı; nasıl bittiği henüz belli değil.</translation>
    </message>
    <message>
        <source>Look at the payment again. If it can still be voided you may try once more; else void it in EsnekPOS&apos;s merchant panel.</source>
        <translation>Ödemeye yeniden bakın. Hâlâ iptal edilebiliyorsa bir kez daha deneyebilirsiniz; yoksa EsnekPOS üye iş yeri panelinden iptal edin.</translation>
    </message>
    <message>
        <source>Look the order up in Param&apos;s panel before you try again.</source>
        <translation>Yeniden denemeden önce siparişe Param panelinden bakın.</translation>
    </message>
    <message>
        <source>Never sent: the one before it did not end as done</source>
        <translation>Hiç gönderilmedi: bir önceki tamamlanmadı</translation>
    </message>
    <message>
        <source>No money went back.</source>
        <translation>Para geri gitmedi.</translation>
    </message>
    <message>
        <source>No money went back: Param does not accept the amount.</source>
        <translation>Para geri gitmedi: Param tutarı kabul etmiyor.</translation>
    </message>
    <message>
        <source>No money went back: Param does not accept this account.</source>
        <translation>Para geri gitmedi: Param bu üye iş yerini kabul etmiyor.</translation>
    </message>
    <message>
        <source>No money went back: Param finds nothing to give back here.</source>
        <translation>Para geri gitmedi: Param burada geri verilecek bir şey bulamıyor.</translation>
    </message>
    <message>
        <source>No money went back: for Param the day of this sale has ended.</source>
        <translation>Para geri gitmedi: Param için bu satışın günü bitti.</translation>
    </message>
    <message>
        <source>No money went back: for Param this sale is still of today.</source>
        <translation>Para geri gitmedi: Param için bu satış hâlâ bugünün satışı.</translation>
    </message>
    <message>
        <source>No money went back: that is more than Param still has of it.</source>
        <translation>Para geri gitmedi: Param&apos;da kalan tutardan fazla.</translation>
    </message>
    <message>
        <source>No money went back: the gateway&apos;s own record says so.</source>
        <translation>Para geri gitmedi: ödeme kuruluşunun kendi kaydı böyle gösteriyor.</translation>
    </message>
    <message>
        <source>Nobody could look it up; a person says that no money went back.</source>
        <translation>Sorgulanamadı; bir kişi paranın geri gitmediğini söylüyor.</translation>
    </message>
    <message>
        <source>Nobody could look it up; a person says that the money went back.</source>
        <translation>Sorgulanamadı; bir kişi paranın geri gittiğini söylüyor.</translation>
    </message>
    <message>
        <source>Not a byte of it left this computer. No money went back.</source>
        <translation>Bu bilgisayardan hiçbir şey çıkmadı. Para geri gitmedi.</translation>
    </message>
    <message>
        <source>Not sent: {amount}</source>
        <translation>Gönderilmedi: {amount}</translation>
    </message>
    <message>
        <source>Nothing new went back: Param says it was given back already.</source>
        <translation>Yeni bir para gitmedi: Param daha önce geri verildiğini söylüyor.</translation>
    </message>
    <message>
        <source>Param has no query: look the order up in Param&apos;s panel, then settle it under Unknown. Do not send it again; the order stays locked.</source>
        <translation>Param&apos;da sorgu yok: siparişe Param panelinden bakın, sonra Belirsiz bölümünde kanıtla kapatın. Yeniden göndermeyin; sipariş kilitli kalır.</translation>
    </message>
    <message>
        <source>Param said yes. It has no query to see it with; its merchant panel shows it.</source>
        <translation>Param kabul etti. Görülecek bir sorgusu yok; Param panelinde görünür.</translation>
    </message>
    <message>
        <source>Refund refused: {amount}</source>
        <translation>İade reddedildi: {amount}</translation>
    </message>
    <message>
        <source>Refunded: {amount}</source>
        <translation>İade edildi: {amount}</translation>
    </message>
    <message>
        <source>See in Param&apos;s panel what is left, then give back no more than that.</source>
        <translation>Ne kadar kaldığına Param panelinden bakın, fazlasını geri vermeyin.</translation>
    </message>
    <message>
        <source>See in Param&apos;s panel who did it and when, before you tell the customer.</source>
        <translation>Müşteriye söylemeden önce kimin, ne zaman yaptığına Param panelinden bakın.</translation>
    </message>
    <message>
        <source>Settled as given back: {amount}</source>
        <translation>İade edildi diye kapatıldı: {amount}</translation>
    </message>
    <message>
        <source>Settled as not given back: {amount}</source>
        <translation>İade edilmedi diye kapatıldı: {amount}</translation>
    </message>
    <message>
        <source>The answer was no; it becomes certain {seconds} s after it.</source>
        <translation>Yanıt hayır; {seconds} sn sonra kesinleşir.</translation>
    </message>
    <message>
        <source>The gateway said yes; its own record does not show it yet.</source>
        <translation>Ödeme kuruluşu kabul etti; kendi kaydında henüz görünmüyor.</translation>
    </message>
    <message>
        <source>The gateway&apos;s answer was no; its own record shows that the money went back.</source>
        <translation>Ödeme kuruluşunun yanıtı hayırdı; kendi kaydı ise paranın geri gittiğini gösteriyor.</translation>
    </message>
    <message>
        <source>The gateway&apos;s own record does not show it yet; it is looked at on.</source>
        <translation>Ödeme kuruluşunun kendi kaydında henüz görünmüyor; sorgulanmaya devam ediliyor.</translation>
    </message>
    <message>
        <source>The gateway&apos;s own record shows it.</source>
        <translation>Ödeme kuruluşunun kendi kaydında görünüyor.</translation>
    </message>
    <message>
        <source>The gateway&apos;s record contradicts what was known: a person says what happened.</source>
        <translation>Ödeme kuruluşunun kaydı bilinenle çelişiyor: ne olduğunu bir kişi bildirir.</translation>
    </message>
    <message>
        <source>The merchant key is wrong. Correct it in the account, then try again.</source>
        <translation>MERCHANT_KEY yanlış. Üye iş yerinde düzeltip yeniden deneyin.</translation>
    </message>
    <message>
        <source>The order is free again.</source>
        <translation>Sipariş yeniden serbest.</translation>
    </message>
    <message>
        <source>Under way: {amount}</source>
        <translation>Sürüyor: {amount}</translation>
    </message>
    <message>
        <source>Unknown: {amount}</source>
        <translation>Belirsiz: {amount}</translation>
    </message>
    <message>
        <source>Void refused: {amount}</source>
        <translation>İptal reddedildi: {amount}</translation>
    </message>
    <message>
        <source>Voided: {amount}</source>
        <translation>İptal edildi: {amount}</translation>
    </message>
    <message>
        <source>Wait a minute and look again. The order is locked until then.</source>
        <translation>Bir dakika bekleyip yeniden bakın. O zamana kadar sipariş kilitli.</translation>
    </message>
    <message>
        <source>We are waiting for the bank to confirm: it may have gone back, or not.</source>
        <translation>Bankadan teyit bekliyoruz: para gitmiş de olabilir, gitmemiş de.</translation>
    </message>
    <message>
        <source>Written down {when}</source>
        <translation>Deftere yazıldı: {when}</translation>
    </message>
    <message>
        <source>You can try again.</source>
        <translation>Yeniden deneyebilirsiniz.</translation>
    </message>
    <message>
        <source>by a later query</source>
        <translation>sonraki sorguya göre</translation>
    </message>
    <message>
        <source>by a person&apos;s word</source>
        <translation>bir kişinin sözüne göre</translation>
    </message>
    <message>
        <source>by how the connection ended</source>
        <translation>bağlantının kesilme biçimine göre</translation>
    </message>
    <message>
        <source>by the gateway&apos;s answer</source>
        <translation>ödeme kuruluşunun yanıtına göre</translation>
    </message>
    <message>
        <source>one person, nobody else agreed</source>
        <translation>tek kişi, başka onaylayan yok</translation>
    </message>
    <message>
        <source>the program ended before it could be written down</source>
        <translation>deftere yazılamadan program kapandı</translation>
    </message>
    <message>
        <source>{name} agreed</source>
        <translation>{name} onayladı</translation>
    </message>
    <message>
        <source>{person} ({agreed}): {reason} In the panel: {reference}</source>
        <translation>{person} ({agreed}): {reason} Panelde: {reference}</translation>
    </message>
    <message>
        <source>{state}, {when}, {basis}</source>
        <translation>{state}, {when}, {basis}</translation>
    </message>
</context>
<context>
    <name>OutcomeCard</name>
    <message>
        <source>Approved by {name}</source>
        <translation>Onaylayan: {name}</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Yeniden sorgula</translation>
    </message>
    <message>
        <source>Asking the gateway…</source>
        <translation>Sorgulanıyor…</translation>
    </message>
    <message>
        <source>Looked at {when}: nothing new.</source>
        <translation>{when} itibarıyla yeni bir şey yok.</translation>
    </message>
    <message>
        <source>Plan it again</source>
        <translation>Yeniden planla</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referans</translation>
    </message>
    <message>
        <source>The gateway&apos;s code: {code}</source>
        <translation>Ödeme kuruluşunun kodu: {code}</translation>
    </message>
    <message>
        <source>The gateway&apos;s words: {text} (code {code})</source>
        <translation>Ödeme kuruluşunun sözü: {text} (kod {code})</translation>
    </message>
    <message>
        <source>{verb} at {where}, merchant {merchant}. {operator}: {reason}</source>
        <translation>{verb}, {where}, üye iş yeri {merchant}. {operator}: {reason}</translation>
    </message>
</context>
<context>
    <name>OutcomePanel</name>
    <message>
        <source>Never sent</source>
        <translation>Hiç gönderilmedi</translation>
    </message>
</context>
<context>
    <name>OwnerProofEdit</name>
    <message>
        <source>An owner&apos;s PIN, or the recovery code</source>
        <translation>Bir sahibin PIN&apos;i ya da kurtarma kodu</translation>
    </message>
    <message>
        <source>Only where people sign in with PINs.</source>
        <translation>Yalnızca PIN ile oturum açılan iş yerlerinde gerekir.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>A place, an action, a reference, an amount…</source>
        <translation>Bir yer, bir işlem, bir referans, bir tutar…</translation>
    </message>
    <message>
        <source>Go anywhere</source>
        <translation>Her yere git</translation>
    </message>
    <message>
        <source>Nothing fits. Enter in the search box asks the gateways too (Ctrl+F).</source>
        <translation>Uyan bir şey yok. Arama kutusunda Enter ödeme kuruluşlarına da sorar (Ctrl+F).</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Uyanlar</translation>
    </message>
    <message>
        <source>Where to, or what</source>
        <translation>Nereye ya da ne</translation>
    </message>
</context>
<context>
    <name>PaperChoices</name>
    <message>
        <source>80 mm roll</source>
        <translation>80 mm rulo</translation>
    </message>
    <message>
        <source>A4 sheet</source>
        <translation>A4 sayfa</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Dil</translation>
    </message>
    <message>
        <source>No printer</source>
        <translation>Yazıcı yok</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Kâğıt</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Yazıcı</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Preview</source>
        <translation>Önizleme</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>Save everything about this for the gateway&apos;s support, without secrets</source>
        <translation>Bu işlem hakkındaki her şeyi ödeme kuruluşunun desteği için kaydet; gizli bilgi içermez</translation>
    </message>
    <message>
        <source>Save the support file</source>
        <translation>Destek dosyasını kaydet</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Kaydedildi: {file}</translation>
    </message>
    <message>
        <source>See the slip for the customer, print it or save it</source>
        <translation>Müşteri fişini gör, yazdır ya da kaydet</translation>
    </message>
    <message>
        <source>Send it to the gateway&apos;s support. No key or password is in it.</source>
        <translation>Ödeme kuruluşunun destek birimine gönderin. İçinde anahtar ya da parola yoktur.</translation>
    </message>
    <message>
        <source>Slip…</source>
        <translation>Fiş…</translation>
    </message>
    <message>
        <source>Support file…</source>
        <translation>Destek dosyası…</translation>
    </message>
    <message>
        <source>support</source>
        <translation>destek</translation>
    </message>
</context>
<context>
    <name>PaymentHead</name>
    <message>
        <source>Account</source>
        <translation>Üye iş yeri</translation>
    </message>
    <message>
        <source>Amount unknown</source>
        <translation>Tutar belli değil</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Son sorgu</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Yeniden sorgula</translation>
    </message>
    <message>
        <source>Ask the gateway about this payment now (F5)</source>
        <translation>Bu ödemeyi şimdi yeniden sorgula (F5)</translation>
    </message>
    <message>
        <source>Instalments</source>
        <translation>Taksit</translation>
    </message>
    <message>
        <source>POS</source>
        <translation>POS</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referans</translation>
    </message>
    <message>
        <source>Single payment</source>
        <translation>Tek çekim</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Satış</translation>
    </message>
    <message>
        <source>not certain</source>
        <translation>kesin değil</translation>
    </message>
    <message>
        <source>not in the answer</source>
        <translation>yanıtta yok</translation>
    </message>
    <message>
        <source>{count} instalments</source>
        <translation>{count} taksit</translation>
    </message>
</context>
<context>
    <name>PaymentPanel</name>
    <message>
        <source>Awaiting confirmation. The order stays shut.</source>
        <translation>Teyit bekleniyor. Sipariş kapalı kalır.</translation>
    </message>
    <message>
        <source>If the customer was paid in another way meanwhile, take that up with them.</source>
        <translation>Bu arada müşteriye başka yolla ödeme yapıldıysa bunu müşteriyle görüşün.</translation>
    </message>
    <message>
        <source>It was refused here; by now the gateway shows that money went back.</source>
        <translation>Burada reddedilmişti; ödeme kuruluşu artık paranın geri gittiğini gösteriyor.</translation>
    </message>
    <message>
        <source>It was voided here; the gateway does not show it yet.</source>
        <translation>Burada iptal edildi; ödeme kuruluşunun kaydında henüz görünmüyor.</translation>
    </message>
    <message>
        <source>Movements</source>
        <translation>İşlem hareketleri</translation>
    </message>
    <message>
        <source>Raw answer</source>
        <translation>Ham yanıt</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Göster</translation>
    </message>
    <message>
        <source>The answer leaves open which day it was sold on; you will be asked.</source>
        <translation>Hangi gün satıldığı yanıttan anlaşılmıyor; size sorulacak.</translation>
    </message>
    <message>
        <source>The day of the sale has passed; the bank may refuse.</source>
        <translation>Gün geçti; banka reddedebilir.</translation>
    </message>
    <message>
        <source>Void: {amount}…</source>
        <translation>İptal et: {amount}…</translation>
    </message>
    <message>
        <source>{left} left to void it today</source>
        <translation>İptal için {left}</translation>
    </message>
</context>
<context>
    <name>PaymentTree</name>
    <message>
        <source>Amount</source>
        <translation>Tutar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopyala</translation>
    </message>
    <message>
        <source>Copy the row</source>
        <translation>Satırı kopyala</translation>
    </message>
    <message>
        <source>Movement minus its transfer and its sellers&apos; shares. For information only.</source>
        <translation>Hareketin tutarından aktarımı ve mağaza payları çıkınca kalan. Yalnız bilgi içindir.</translation>
    </message>
    <message>
        <source>Not broken down in the answer</source>
        <translation>Yanıtta dökümü yok</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Ne</translation>
    </message>
    <message>
        <source>What happened to this payment</source>
        <translation>Bu ödemede olanlar</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Zaman</translation>
    </message>
</context>
<context>
    <name>PeoplePanel</name>
    <message>
        <source>A day</source>
        <translation>Günde</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Ekle…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Düzenle…</translation>
    </message>
    <message>
        <source>In one go</source>
        <translation>Tek seferde</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Kişiler</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Set a PIN…</source>
        <translation>PIN belirle…</translation>
    </message>
    <message>
        <source>Show those who left</source>
        <translation>Ayrılanları göster</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Who may do what</source>
        <translation>Kim ne yapabilir</translation>
    </message>
    <message>
        <source>left</source>
        <translation>ayrıldı</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sınırsız</translation>
    </message>
    <message>
        <source>works here</source>
        <translation>çalışıyor</translation>
    </message>
    <message>
        <source>{name} has a new PIN.</source>
        <translation>{name} için yeni PIN belirlendi.</translation>
    </message>
    <message>
        <source>{name}: saved.</source>
        <translation>{name}: kaydedildi.</translation>
    </message>
</context>
<context>
    <name>Petition</name>
    <message>
        <source>Approval no longer holds</source>
        <translation>Onay artık geçerli değil</translation>
    </message>
    <message>
        <source>Approval ran out</source>
        <translation>Onay süresi geçti</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Onaylandı</translation>
    </message>
    <message>
        <source>Awaiting approval</source>
        <translation>Onay bekliyor</translation>
    </message>
    <message>
        <source>Compare it with the sale, then agree with your PIN.</source>
        <translation>Satışla karşılaştırın, sonra PIN ile onaylayın.</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Reddedildi</translation>
    </message>
    <message>
        <source>Everything of all sellers is approved by somebody without any limit.</source>
        <translation>Tüm satıcıların tamamını, hiç sınırı olmayan biri onaylar.</translation>
    </message>
    <message>
        <source>Out of date</source>
        <translation>Geçerliliğini yitirdi</translation>
    </message>
    <message>
        <source>Somebody who may approve has to look at it.</source>
        <translation>Onay verebilen birinin bakması gerekiyor.</translation>
    </message>
    <message>
        <source>The approval no longer holds: the role, limit or PIN of who asked or who approved has changed. It can be approved again.</source>
        <translation>Onay artık geçerli değil: İsteyenin ya da onaylayanın rolü, sınırı ya da PIN&apos;i değişti. Yeniden onaylanabilir.</translation>
    </message>
    <message>
        <source>The role of {name} does not allow this, approved or not. You may send it yourself.</source>
        <translation>{name} bunu onayla da yapamaz, rolü izin vermiyor. Siz kendiniz gönderebilirsiniz.</translation>
    </message>
    <message>
        <source>The sale is not as it was when this was asked for. Nothing was sent.</source>
        <translation>Satış, bu istendiğindeki gibi değil. Bir şey gönderilmedi.</translation>
    </message>
    <message>
        <source>{name} approved it. It can be sent until {time}.</source>
        <translation>{name} onayladı. Saat {time} olana kadar gönderilebilir.</translation>
    </message>
    <message>
        <source>{name} declined it: {why}</source>
        <translation>{name} reddetti: {why}</translation>
    </message>
    <message>
        <source>{name}, who asked, no longer works here. Send it yourself if you may, or ask anew.</source>
        <translation>İsteği bırakan {name} artık burada çalışmıyor. Yetkiniz varsa kendiniz gönderin ya da yeni istek bırakın.</translation>
    </message>
    <message>
        <source>{verb}, all of every seller</source>
        <translation>{verb}, bütün mağazaların tümü</translation>
    </message>
    <message>
        <source>{verb}, the whole sale</source>
        <translation>{verb}, satışın tamamı</translation>
    </message>
    <message>
        <source>{verb}, {seller}: {amount}; due afterwards {payable}</source>
        <translation>{verb}, {seller}: {amount}; sonra ödenecek {payable}</translation>
    </message>
</context>
<context>
    <name>PetitionCard</name>
    <message>
        <source>Asked for</source>
        <translation>İstenen</translation>
    </message>
    <message>
        <source>It can&apos;t be found any more.</source>
        <translation>Artık bulunamıyor.</translation>
    </message>
    <message>
        <source>Left to give back: {amount}</source>
        <translation>Geri verilebilecek: {amount}</translation>
    </message>
    <message>
        <source>Open the sale</source>
        <translation>Satışı aç</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>Neden: {reason}</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referans</translation>
    </message>
    <message>
        <source>Send: {amount}…</source>
        <translation>Gönder: {amount}…</translation>
    </message>
    <message>
        <source>Take it off the list</source>
        <translation>Listeden kaldır</translation>
    </message>
    <message>
        <source>Take the wish back</source>
        <translation>İsteği geri al</translation>
    </message>
    <message>
        <source>The sale now</source>
        <translation>Satışın şimdiki hâli</translation>
    </message>
    <message>
        <source>amount unknown</source>
        <translation>tutarı belli değil</translation>
    </message>
    <message>
        <source>as of {when}</source>
        <translation>son sorgu {when}</translation>
    </message>
    <message>
        <source>not certain when</source>
        <translation>zamanı kesin değil</translation>
    </message>
    <message>
        <source>{amount}, {count} sellers</source>
        <translation>{amount}, {count} mağaza</translation>
    </message>
    <message>
        <source>{name} asked for it {when} ({age})</source>
        <translation>{name} istedi: {when} ({age})</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>Change my PIN</source>
        <translation>PIN’imi değiştir</translation>
    </message>
    <message>
        <source>PIN until now</source>
        <translation>Şimdiki PIN</translation>
    </message>
    <message>
        <source>Set a PIN</source>
        <translation>PIN belirle</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>PIN’i belirle</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message numerus="yes">
        <source>%n reversal(s) awaiting confirmation</source>
        <translation>
            <numerusform>%n işlem teyit bekliyor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reversal(s) whose end is not known</source>
        <translation>
            <numerusform>sonucu belirsiz %n iptal/iade</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for you</source>
        <translation>
            <numerusform>%n istek sizi bekliyor</numerusform>
        </translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Görünüm</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Onay bekleyen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Sistemle aynı</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Koyu</translation>
    </message>
    <message>
        <source>Day end</source>
        <translation>Gün sonu</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Dil</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Açık</translation>
    </message>
    <message>
        <source>Param orders</source>
        <translation>Param siparişleri</translation>
    </message>
    <message>
        <source>Reversals</source>
        <translation>İadeler</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Ara</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ayarlar</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Bugün</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Belirsiz</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message numerus="yes">
        <source>%Ln seller line(s)</source>
        <translation>
            <numerusform>%Ln mağaza satırı</numerusform>
        </translation>
    </message>
    <message>
        <source>An order might be stored without one of its sellers. Mend the file first.</source>
        <translation>Bir sipariş, mağazalarından biri eksik kaydedilebilir. Önce dosyayı düzeltin.</translation>
    </message>
    <message>
        <source>An order with a bad row is not taken in.</source>
        <translation>Hatalı satırı olan sipariş alınmaz.</translation>
    </message>
    <message numerus="yes">
        <source>Leave out the %Ln order(s) with bad rows, take in the others</source>
        <translation>
            <numerusform>Hatalı satırı olan %Ln siparişi dışarıda bırak, ötekileri al</numerusform>
        </translation>
    </message>
    <message>
        <source>Mend the file and choose it again, or leave those orders out.</source>
        <translation>Dosyayı düzeltip yeniden seçin ya da bu siparişleri dışarıda bırakın.</translation>
    </message>
    <message>
        <source>Nothing is stored yet. All of it is stored, or none.</source>
        <translation>Henüz hiçbir şey kaydedilmedi. Ya hepsi kaydedilir ya hiçbiri.</translation>
    </message>
    <message>
        <source>Nothing new: everything in the file is here already.</source>
        <translation>Yeni bir şey yok: dosyadaki her şey zaten kayıtlı.</translation>
    </message>
    <message>
        <source>Save the bad rows…</source>
        <translation>Hatalı satırları kaydet…</translation>
    </message>
    <message>
        <source>Some bad rows don&apos;t say which order they belong to.</source>
        <translation>Bazı hatalı satırların hangi siparişe ait olduğu belli değil.</translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln are listed.</source>
        <translation>
            <numerusform>İlk %Ln tanesi listelendi.</numerusform>
        </translation>
    </message>
    <message>
        <source>already here, just so</source>
        <translation>sipariş aynısıyla kayıtlı</translation>
    </message>
    <message numerus="yes">
        <source>bad rows of %Ln</source>
        <translation>
            <numerusform>hatalı satır, %Ln satırdan</numerusform>
        </translation>
    </message>
    <message>
        <source>new orders</source>
        <translation>yeni sipariş</translation>
    </message>
</context>
<context>
    <name>RangeDialog</name>
    <message>
        <source>Leave</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Narrow down</source>
        <translation>Daralt</translation>
    </message>
</context>
<context>
    <name>RawView</name>
    <message>
        <source>As it came</source>
        <translation>Geldiği gibi</translation>
    </message>
    <message>
        <source>Copy the answer</source>
        <translation>Yanıtı kopyala</translation>
    </message>
    <message>
        <source>Not indented: every byte as the gateway sent it, secrets hidden</source>
        <translation>Girintisiz: gizli bilgiler dışında her bayt geldiği gibi</translation>
    </message>
    <message>
        <source>Secrets are hidden before an answer is kept.</source>
        <translation>Yanıt saklanmadan önce gizli bilgiler kapatılır.</translation>
    </message>
    <message>
        <source>The gateway&apos;s answer</source>
        <translation>Ödeme kuruluşunun yanıtı</translation>
    </message>
</context>
<context>
    <name>ReasonBox</name>
    <message>
        <source>Charged twice</source>
        <translation>Mükerrer çekim</translation>
    </message>
    <message>
        <source>Goods damaged or wrong</source>
        <translation>Ürün hasarlı ya da yanlış</translation>
    </message>
    <message>
        <source>Goods out of stock</source>
        <translation>Ürün stokta yok</translation>
    </message>
    <message>
        <source>Goods sent back</source>
        <translation>Ürün geri geldi</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Neden</translation>
    </message>
    <message>
        <source>The customer changed their mind</source>
        <translation>Müşteri vazgeçti</translation>
    </message>
    <message>
        <source>Why does the money go back? (required)</source>
        <translation>Para neden geri veriliyor? (gerekli)</translation>
    </message>
    <message>
        <source>Wrong amount</source>
        <translation>Yanlış tutar</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>I wrote it down, and it does not lie beside this computer</source>
        <translation>Yazdım; bu bilgisayarın yanında durmuyor</translation>
    </message>
    <message>
        <source>It is put away</source>
        <translation>Kodu sakladım</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Daha sonra</translation>
    </message>
    <message>
        <source>Put the recovery code away from this computer.</source>
        <translation>Kurtarma kodunu bu bilgisayardan ayrı bir yerde saklayın.</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Kurtarma kodu</translation>
    </message>
    <message>
        <source>Show the code</source>
        <translation>Kodu göster</translation>
    </message>
    <message>
        <source>The code is hidden. Look who is beside you.</source>
        <translation>Kod gizli. Göstermeden önce yanınızda kimse olmadığına bakın.</translation>
    </message>
    <message>
        <source>The log of who did what is sealed with a key, and the key lies in this computer&apos;s keyring. If the computer breaks, or its keyring is lost, money waits until this code brings the key back.</source>
        <translation>Kimin ne yaptığını yazan günlük bir anahtarla mühürlenir; anahtar bu bilgisayarın anahtarlığındadır. Bilgisayar bozulur ya da anahtarlık kaybolursa, bu kod anahtarı geri getirene kadar hiçbir iptal/iade gönderilmez.</translation>
    </message>
    <message>
        <source>This is the demo: its key goes when it is closed, so there is nothing to put away.</source>
        <translation>Bu bir demo: anahtarı demo kapanınca yok olur, saklanacak bir şey yok.</translation>
    </message>
    <message>
        <source>Write it down on paper. Show it to nobody: with it the log could be rewritten unseen.</source>
        <translation>Kâğıda yazın ve kimseye göstermeyin: bu kodla günlük, iz bırakmadan değiştirilebilir.</translation>
    </message>
</context>
<context>
    <name>RequestView</name>
    <message>
        <source>Being written…</source>
        <translation>Hazırlanıyor…</translation>
    </message>
    <message>
        <source>Exactly what is sent</source>
        <translation>Gönderilenin aynısı</translation>
    </message>
    <message>
        <source>Exactly what is sent (secrets hidden)</source>
        <translation>Gönderilenin aynısı (gizli bilgiler kapalı)</translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message>
        <source>Account</source>
        <translation>Üye iş yeri</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Tutar</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Sorgulandı</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Geri verilen</translation>
    </message>
    <message>
        <source>POS</source>
        <translation>POS</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referans</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Zaman</translation>
    </message>
</context>
<context>
    <name>ReturnDialog</name>
    <message>
        <source>Back</source>
        <translation>Geri</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends it too.</source>
        <translation>Ctrl+Enter da gönderir.</translation>
    </message>
    <message>
        <source>Everything, all sellers…</source>
        <translation>Her şey, bütün mağazalar…</translation>
    </message>
    <message>
        <source>Give an order back</source>
        <translation>Siparişi geri ver</translation>
    </message>
    <message>
        <source>Goes back: {amount}</source>
        <translation>Geri verilecek: {amount}</translation>
    </message>
    <message>
        <source>Order {number}</source>
        <translation>Sipariş {number}</translation>
    </message>
    <message>
        <source>Param asked for this one: its bank closes the day at another hour than midnight.</source>
        <translation>Param bunu istedi: bankası günü gece yarısından başka bir saatte kapatıyor.</translation>
    </message>
    <message>
        <source>Put right what is marked.</source>
        <translation>İşaretli alanları düzeltin.</translation>
    </message>
    <message>
        <source>Refund all sellers: {amount}</source>
        <translation>Bütün mağazaları iade et: {amount}</translation>
    </message>
    <message>
        <source>Refund: {amount}</source>
        <translation>İade et: {amount}</translation>
    </message>
    <message>
        <source>Review it again.</source>
        <translation>Yeniden gözden geçirin.</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>Gözden geçir…</translation>
    </message>
    <message>
        <source>Sent as IPTAL today; as IADE in {left}.</source>
        <translation>Bugün IPTAL olarak gider; {left} sonra IADE olur.</translation>
    </message>
    <message>
        <source>The day of the sale has just ended: it is a refund now.</source>
        <translation>Satış günü az önce bitti: artık iade olarak gider.</translation>
    </message>
    <message>
        <source>The day of the sale has passed, so it is sent as IADE.</source>
        <translation>Satış günü geçti; IADE olarak gider.</translation>
    </message>
    <message>
        <source>Void all sellers: {amount}</source>
        <translation>Bütün mağazaları iptal et: {amount}</translation>
    </message>
    <message>
        <source>Void: {amount}</source>
        <translation>İptal et: {amount}</translation>
    </message>
    <message>
        <source>Write what goes back, at one seller or more.</source>
        <translation>En az bir mağazada geri verilecek tutarı yazın.</translation>
    </message>
    <message>
        <source>{amount}, sold {when}</source>
        <translation>{amount}, satış {when}</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>All sellers</source>
        <translation>Bütün mağazalar</translation>
    </message>
    <message>
        <source>Due afterwards</source>
        <translation>Sonra ödenecek</translation>
    </message>
    <message>
        <source>Due now</source>
        <translation>Şimdi ödenecek</translation>
    </message>
    <message>
        <source>Goes back</source>
        <translation>Geri verilecek</translation>
    </message>
    <message>
        <source>I understand, and it is meant so</source>
        <translation>Anladım, böyle isteniyor</translation>
    </message>
    <message>
        <source>If Param reads it so, it refuses and no money moves.</source>
        <translation>Param böyle okuyorsa reddeder, para hareket etmez.</translation>
    </message>
    <message>
        <source>Param&apos;s rule: OdenecekTutar can&apos;t exceed SiparisTutar. Read literally, this breaks it.</source>
        <translation>Param&apos;ın kuralı: OdenecekTutar, SiparisTutar&apos;dan büyük olamaz. Harfiyen okunursa bu işlem kurala uymuyor.</translation>
    </message>
    <message>
        <source>Read about Param&apos;s rule and tick the box.</source>
        <translation>Param&apos;ın kuralını okuyup kutuyu işaretleyin.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Neden</translation>
    </message>
    <message>
        <source>Seller</source>
        <translation>Mağaza</translation>
    </message>
    <message>
        <source>Write a reason to go on.</source>
        <translation>Sürdürmek için bir neden yazın.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>yok</translation>
    </message>
    <message>
        <source>{seller}: due afterwards {payable}, given back {amount}</source>
        <translation>{seller}: sonra ödenecek {payable}, geri verilecek {amount}</translation>
    </message>
</context>
<context>
    <name>RightsTable</name>
    <message>
        <source>Who may do what</source>
        <translation>Kim ne yapabilir</translation>
    </message>
    <message>
        <source>no</source>
        <translation>hayır</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>evet</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Connected: {names}</source>
        <translation>Bağlı: {names}</translation>
    </message>
    <message>
        <source>Not reached: {names}</source>
        <translation>Ulaşılamadı: {names}</translation>
    </message>
    <message>
        <source>{name} answered at {time}</source>
        <translation>{name} yanıt verdi: {time}</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>Order</source>
        <translation>Sipariş</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n dakika</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n saniye</numerusform>
        </translation>
    </message>
    <message>
        <source>Everyone signs in with a PIN</source>
        <translation>Herkes PIN ile oturum açar</translation>
    </message>
    <message>
        <source>Holds a confirmed reversal for</source>
        <translation>Onaylanan iptal/iadeyi bekletme süresi</translation>
    </message>
    <message>
        <source>In that time it can be taken back, and nothing is sent.</source>
        <translation>Bu sürede vazgeçilebilir; hiçbir şey gönderilmez.</translation>
    </message>
    <message>
        <source>Locks itself when nobody touches it for</source>
        <translation>Kimse dokunmazsa kilitlenme süresi</translation>
    </message>
    <message>
        <source>Nobody is an owner yet. The first one is you: from now on you sign in by this name.</source>
        <translation>Henüz sahip yok. İlki sizsiniz: bundan sonra bu adla oturum açarsınız.</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Hiç</translation>
    </message>
    <message>
        <source>Save the rules</source>
        <translation>Kuralları kaydet</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Kaydedildi.</translation>
    </message>
    <message>
        <source>Without PINs whoever sits at this computer is the owner and may do everything.</source>
        <translation>PIN’ler kapalıyken bu bilgisayarın başındaki kişi sahiptir ve her şeyi yapabilir.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Adınız</translation>
    </message>
</context>
<context>
    <name>RunningLine</name>
    <message>
        <source>Ending…</source>
        <translation>Durduruluyor…</translation>
    </message>
</context>
<context>
    <name>Safekeeping</name>
    <message>
        <source>A part of the log begins where it should not.</source>
        <translation>Günlüğün bir bölümü olmaması gereken yerde başlıyor.</translation>
    </message>
    <message>
        <source>It is not the row that this computer remembers.</source>
        <translation>Bu bilgisayarın hatırladığı satır değil.</translation>
    </message>
    <message>
        <source>Rows before it are missing.</source>
        <translation>Öncesindeki satırlar eksik.</translation>
    </message>
    <message>
        <source>The end of the log was cut off.</source>
        <translation>Günlüğün sonu kesilmiş.</translation>
    </message>
    <message>
        <source>The key of the newest part is lost.</source>
        <translation>En yeni bölümün anahtarı kayıp.</translation>
    </message>
    <message>
        <source>The row, or one beside it, was changed, exchanged or put in.</source>
        <translation>Satır ya da yanındaki değiştirilmiş, yeri değişmiş veya araya eklenmiş.</translation>
    </message>
</context>
<context>
    <name>SafekeepingDialog</name>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation>
            <numerusform>%n gün önce</numerusform>
        </translation>
    </message>
    <message>
        <source>Another program holds the ledger: close it first.</source>
        <translation>Defter başka bir programda açık: önce onu kapatın.</translation>
    </message>
    <message>
        <source>Begin a new part of the log</source>
        <translation>Günlüğün yeni bölümünü başlat</translation>
    </message>
    <message>
        <source>Check the log</source>
        <translation>Günlüğü denetle</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Go back to a backup…</source>
        <translation>Yedekten dön…</translation>
    </message>
    <message>
        <source>I know: go on with this ledger</source>
        <translation>Biliyorum: bu defterle devam et</translation>
    </message>
    <message>
        <source>If another one is still in use, go on there: two ledgers can pay the same sale twice. Nothing is sent from here until an owner confirms.</source>
        <translation>Öteki hâlâ kullanılıyorsa orada devam edin: iki ayrı defter aynı satışı iki kez iade edebilir. Sahip onaylayana kadar buradan hiçbir istek gönderilmez.</translation>
    </message>
    <message>
        <source>If that one is still in use, go on there: two ledgers can pay the same sale twice. For these merchants nothing is sent from here until an owner confirms.</source>
        <translation>Öteki hâlâ kullanılıyorsa orada devam edin: iki ayrı defter aynı satışı iki kez iade edebilir. Sahip onaylayana kadar bu üye iş yerleri için buradan hiçbir istek gönderilmez.</translation>
    </message>
    <message>
        <source>It may have forgotten reversals that were sent. Look at each payment before you send. Nothing is sent until an owner confirms.</source>
        <translation>Gönderilmiş iptal ve iadeleri unutmuş olabilir. Göndermeden önce her ödemeye bakın. Sahip onaylayana kadar hiçbir şey gönderilmez.</translation>
    </message>
    <message>
        <source>Newest backup: {time} ({age})</source>
        <translation>En yeni yedek: {time} ({age})</translation>
    </message>
    <message>
        <source>No backup was written yet.</source>
        <translation>Henüz yedek yazılmadı.</translation>
    </message>
    <message>
        <source>Recovery code that was put away</source>
        <translation>Saklanan kurtarma kodu</translation>
    </message>
    <message>
        <source>Recovery code…</source>
        <translation>Kurtarma kodu…</translation>
    </message>
    <message>
        <source>Safekeeping</source>
        <translation>Güvence</translation>
    </message>
    <message>
        <source>Short code of the log</source>
        <translation>Günlüğün kısa kodu</translation>
    </message>
    <message>
        <source>Take the key back</source>
        <translation>Anahtarı geri al</translation>
    </message>
    <message>
        <source>The demo is emptied at every start.</source>
        <translation>Demo her açılışta boşaltılır.</translation>
    </message>
    <message>
        <source>The key of the audit log is lost. Nothing is sent until an owner decides.</source>
        <translation>Günlüğün anahtarı kayıp. Sahip karar verene kadar hiçbir şey gönderilmez.</translation>
    </message>
    <message>
        <source>The ledger is the one this computer remembers.</source>
        <translation>Defter, bu bilgisayarın hatırladığı defterdir.</translation>
    </message>
    <message>
        <source>The log shows accidents, cut or copied files, and edits by people without this login; not by the one who owns it.</source>
        <translation>Günlük; kazaları, kesilen veya kopyalanan dosyaları ve bu oturuma sahip olmayanların değişikliklerini gösterir; oturumun sahibinin yaptıklarını göstermez.</translation>
    </message>
    <message>
        <source>The recovery code is not put away yet.</source>
        <translation>Kurtarma kodu henüz saklanmadı.</translation>
    </message>
    <message>
        <source>This ledger is a copy, or its folder was moved: it is not the one that sends.</source>
        <translation>Bu defter bir kopya ya da klasörü taşınmış: gönderim yapan defter bu değil.</translation>
    </message>
    <message>
        <source>This ledger is older than this computer remembers: {here} reversals here, {then} then.</source>
        <translation>Bu defter, bu bilgisayarın hatırladığından eski: burada {here}, hatırlanan {then} iptal/iade.</translation>
    </message>
    <message>
        <source>Type the recovery code that was put away. Without it a new part of the log can begin: what was written before can&apos;t be checked any more, and the new part says so.</source>
        <translation>Saklanan kurtarma kodunu yazın. Kod yoksa günlüğün yeni bir bölümü başlatılabilir: öncesinde yazılanlar artık denetlenemez ve yeni bölüm bunu belirtir.</translation>
    </message>
    <message>
        <source>Without it, a lost keyring breaks the log in two.</source>
        <translation>Kod olmadan anahtarlık kaybolursa günlük ikiye bölünür.</translation>
    </message>
    <message>
        <source>Write a backup</source>
        <translation>Yedek yaz</translation>
    </message>
    <message>
        <source>Write a backup…</source>
        <translation>Yedek yaz…</translation>
    </message>
    <message>
        <source>Written and checked: {file}</source>
        <translation>Yazıldı ve denetlendi: {file}</translation>
    </message>
</context>
<context>
    <name>Said</name>
    <message>
        <source>Last month</source>
        <translation>Geçen ay</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>Geçen hafta</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Bu ay</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Bu hafta</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Bugün</translation>
    </message>
    <message>
        <source>Without a certain end</source>
        <translation>Sonucu kesin olmayan</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Dün</translation>
    </message>
    <message>
        <source>an account of before</source>
        <translation>eski bir üye iş yeri</translation>
    </message>
    <message>
        <source>sold {days}</source>
        <translation>{days} satışı</translation>
    </message>
    <message>
        <source>{amount} or less</source>
        <translation>en çok {amount}</translation>
    </message>
    <message>
        <source>{amount} or more</source>
        <translation>en az {amount}</translation>
    </message>
    <message>
        <source>“{text}” in it</source>
        <translation>“{text}” geçen</translation>
    </message>
</context>
<context>
    <name>SaleDay</name>
    <message>
        <source>On another day:</source>
        <translation>Başka bir gün:</translation>
    </message>
    <message>
        <source>On {day}, as the answer has it</source>
        <translation>{day}, yanıtta geçen gün</translation>
    </message>
    <message>
        <source>The day it was sold on</source>
        <translation>Satıldığı gün</translation>
    </message>
    <message>
        <source>Today, {day}</source>
        <translation>Bugün, {day}</translation>
    </message>
    <message>
        <source>Which day was it sold on? The answer leaves it open; whichever you choose, sending it takes the right to void a day that has passed.</source>
        <translation>Satış hangi gün yapıldı? Yanıttan anlaşılmıyor; hangisini seçerseniz seçin, göndermek için satış gününden sonra iptal yetkisi gerekir.</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Folder:</source>
        <translation>Klasör:</translation>
    </message>
    <message>
        <source>Kind:</source>
        <translation>Tür:</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Ad:</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Kaydet</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Reference, amount, seller, “yesterday”… (Ctrl+F)</source>
        <translation>Referans ya da bir parçası, tutar, mağaza, kişi, “dün”… (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Ara</translation>
    </message>
    <message>
        <source>Type or scan a reference first.</source>
        <translation>Önce bir referans yazın ya da okutun.</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translation>Aranacak olan</translation>
    </message>
    <message>
        <source>Without the spaces around it: {text}</source>
        <translation>Çevresindeki boşluklar olmadan: {text}</translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>Add an account</source>
        <translation>Üye iş yeri ekle</translation>
    </message>
    <message>
        <source>Add your merchant account at EsnekPOS or Param; then you can look for payments.</source>
        <translation>EsnekPOS veya Param&apos;daki üye iş yerinizi ekleyin; sonra ödemeleri arayabilirsiniz.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Yeniden sor</translation>
    </message>
    <message>
        <source>Asked: the ledger and {names}.</source>
        <translation>Sorulanlar: defter ve {names}.</translation>
    </message>
    <message>
        <source>Compare it with the slip, or look for a part of it, an amount or a day.</source>
        <translation>Referansı fişle karşılaştırın ya da bir parçasını, tutarı veya günü arayın.</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Bulunanlar</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Defter</translation>
    </message>
    <message>
        <source>Looked at here</source>
        <translation>Burada bakılanlar</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Aranıyor…</translation>
    </message>
    <message>
        <source>Not found: {text}</source>
        <translation>Bulunamadı: {text}</translation>
    </message>
    <message>
        <source>Not in the ledger, and not everyone could be asked</source>
        <translation>Defterde yok, ama herkese sorulamadı</translation>
    </message>
    <message>
        <source>Not in the ledger: {text}</source>
        <translation>Defterde yok: {text}</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Bulunamadı</translation>
    </message>
    <message>
        <source>Nothing here fits all of this</source>
        <translation>Hepsine uyan bir kayıt yok</translation>
    </message>
    <message>
        <source>Only the ledger was asked: this account&apos;s gateway answers no queries.</source>
        <translation>Yalnız deftere bakıldı: bu üye iş yerinin ödeme kuruluşunda sorgu yok.</translation>
    </message>
    <message>
        <source>Open the accounts</source>
        <translation>Üye iş yerlerini aç</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Ödemeler</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Hepsini göster</translation>
    </message>
    <message>
        <source>There is no other account to ask.</source>
        <translation>Sorulacak başka üye iş yeri yok.</translation>
    </message>
    <message>
        <source>This is no whole reference: only the ledger can be searched.</source>
        <translation>Bu tam bir referans değil: yalnızca defterde aranabilir.</translation>
    </message>
    <message>
        <source>Type or scan a reference</source>
        <translation>Bir referans yazın ya da okutun</translation>
    </message>
    <message>
        <source>Welcome. Your account comes first.</source>
        <translation>Hoş geldiniz. Önce üye iş yeriniz gerekir.</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Bulunanlar</translation>
    </message>
    <message>
        <source>What was looked at on this computer was searched. Take a condition away, or all.</source>
        <translation>Bu bilgisayarda bakılanlar arandı. Koşullardan birini ya da hepsini kaldırın.</translation>
    </message>
    <message>
        <source>What you look at is kept here, to be found again without the network.</source>
        <translation>Baktıklarınız burada saklanır; ağ olmadan da yeniden bulunur.</translation>
    </message>
    <message>
        <source>Whether there is such a payment is not known yet.</source>
        <translation>Böyle bir ödeme olup olmadığı henüz bilinmiyor.</translation>
    </message>
    <message>
        <source>answers up to {age} old</source>
        <translation>en eski yanıt: {age} önce</translation>
    </message>
    <message>
        <source>asking {names}…</source>
        <translation>soruluyor: {names}…</translation>
    </message>
    <message>
        <source>{count} could not be asked.</source>
        <translation>{count} üye iş yerine sorulamadı.</translation>
    </message>
    <message>
        <source>{count} of {total}</source>
        <translation>{count} / {total}</translation>
    </message>
</context>
<context>
    <name>Seat</name>
    <message>
        <source>Approve for others</source>
        <translation>Başkası için onay vermek</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>Kasiyer</translation>
    </message>
    <message>
        <source>Change the accounts</source>
        <translation>Üye iş yerlerini değiştirmek</translation>
    </message>
    <message>
        <source>Give back for all sellers at once</source>
        <translation>Tüm mağazalar için tek seferde iade</translation>
    </message>
    <message>
        <source>Look at payments</source>
        <translation>Ödemelere bakmak</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Müdür</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Sahip</translation>
    </message>
    <message>
        <source>People, rules and safekeeping</source>
        <translation>Kişiler, kurallar ve güvence</translation>
    </message>
    <message>
        <source>Refund a part</source>
        <translation>Kısmi iade</translation>
    </message>
    <message>
        <source>Refund the whole</source>
        <translation>Tam iade</translation>
    </message>
    <message>
        <source>Settle what is unknown</source>
        <translation>Belirsizi sonuçlandırmak</translation>
    </message>
    <message>
        <source>Take data out of the program</source>
        <translation>Programdan dışarı veri almak</translation>
    </message>
    <message>
        <source>Void after the day of the sale</source>
        <translation>Satış gününden sonra iptal</translation>
    </message>
    <message>
        <source>Void on the day of the sale</source>
        <translation>Satış gününde iptal</translation>
    </message>
</context>
<context>
    <name>SeatButton</name>
    <message>
        <source>At the desk: {name}, {role}</source>
        <translation>Masada: {name}, {role}</translation>
    </message>
    <message>
        <source>Change my PIN…</source>
        <translation>PIN’imi değiştir…</translation>
    </message>
    <message>
        <source>Lock (Ctrl+L)</source>
        <translation>Kilitle (Ctrl+L)</translation>
    </message>
    <message>
        <source>People and rules…</source>
        <translation>Kişiler ve kurallar…</translation>
    </message>
    <message>
        <source>Safekeeping…</source>
        <translation>Güvence…</translation>
    </message>
    <message>
        <source>Somebody else signs in…</source>
        <translation>Başkası oturum açsın…</translation>
    </message>
</context>
<context>
    <name>Seating</name>
    <message>
        <source>The recovery code is not put away yet: see Safekeeping</source>
        <translation>Kurtarma kodu henüz saklanmadı: Güvence bölümüne bakın</translation>
    </message>
</context>
<context>
    <name>SecondPerson</name>
    <message>
        <source>Choose…</source>
        <translation>Seçin…</translation>
    </message>
    <message>
        <source>Their PIN</source>
        <translation>Onaylayanın PIN&apos;i</translation>
    </message>
</context>
<context>
    <name>SecretEdit</name>
    <message>
        <source>Saved; leave empty to keep it</source>
        <translation>Kayıtlı; değiştirmemek için boş bırakın</translation>
    </message>
    <message>
        <source>Show what was typed: {name}</source>
        <translation>Yazılanı göster: {name}</translation>
    </message>
</context>
<context>
    <name>SellerTable</name>
    <message>
        <source>Copy</source>
        <translation>Kopyala</translation>
    </message>
    <message>
        <source>Copy the row</source>
        <translation>Satırı kopyala</translation>
    </message>
    <message>
        <source>Due now</source>
        <translation>Şimdi ödenecek</translation>
    </message>
    <message>
        <source>End open</source>
        <translation>Belirsiz</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Kalan</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Geri verilen</translation>
    </message>
    <message>
        <source>Seller</source>
        <translation>Mağaza</translation>
    </message>
    <message>
        <source>Sellers of this order</source>
        <translation>Bu siparişin mağazaları</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Satılan</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Toplam</translation>
    </message>
</context>
<context>
    <name>SettingUp</name>
    <message>
        <source>Kept: it is looked for as soon as there is an account.</source>
        <translation>Saklandı: üye iş yeri eklenir eklenmez aranacak.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>About</source>
        <translation>Hakkında</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Üye iş yerleri</translation>
    </message>
    <message>
        <source>Appearance and language</source>
        <translation>Görünüm ve dil</translation>
    </message>
    <message>
        <source>Data and backup</source>
        <translation>Veri ve yedek</translation>
    </message>
    <message>
        <source>How this computer shows the program.</source>
        <translation>Bu bilgisayarın programı nasıl gösterdiği.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Günlük</translation>
    </message>
    <message>
        <source>People and PINs</source>
        <translation>Çalışanlar ve PIN</translation>
    </message>
    <message>
        <source>Results by BACK_URL</source>
        <translation>BACK_URL bildirimleri</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Kurallar</translation>
    </message>
    <message>
        <source>What holds for everybody. Limits stand with each person, the hour at which the day ends with each account.</source>
        <translation>Herkes için geçerli olanlar. Sınırlar her çalışanın, gün kapanış saati her üye iş yerinin yanındadır.</translation>
    </message>
    <message>
        <source>What this program promises, and whose work is inside.</source>
        <translation>Bu programın ne söz verdiği ve içinde kimin emeği olduğu.</translation>
    </message>
    <message>
        <source>Where the ledger is, and how it is kept safe.</source>
        <translation>Defter nerede, nasıl korunuyor.</translation>
    </message>
    <message>
        <source>Whether this computer is told when a result is there.</source>
        <translation>Sonuç hazır olunca bu bilgisayara bildirilsin mi.</translation>
    </message>
    <message>
        <source>Who did what here, newest first. Nothing in it can be changed.</source>
        <translation>Burada kim ne yaptı, en yenisi üstte. İçinde hiçbir şey değiştirilemez.</translation>
    </message>
    <message>
        <source>Who the shop is to EsnekPOS and to Param.</source>
        <translation>Dükkânın EsnekPOS ve Param&apos;daki kimliği.</translation>
    </message>
    <message>
        <source>Who works here, up to what amount, and who may do what.</source>
        <translation>Burada kim çalışıyor, hangi tutara kadar ve kim ne yapabilir.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Not yours to change</source>
        <translation>Sizin değiştirebileceğiniz bir yer değil</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ayarlar</translation>
    </message>
    <message>
        <source>This is seen to by: {roles}</source>
        <translation>Bununla ilgilenen: {roles}</translation>
    </message>
</context>
<context>
    <name>SettleDialog</name>
    <message>
        <source>A second person has to agree, and nobody else here may. The owner can add somebody.</source>
        <translation>İkinci bir kişinin onayı gerekiyor; burada bunu yapabilecek başka kimse yok. Sahip birini ekleyebilir.</translation>
    </message>
    <message>
        <source>A second person has to agree.</source>
        <translation>İkinci bir kişinin onayı gerekiyor.</translation>
    </message>
    <message>
        <source>A second person reads the evidence and agrees with their PIN.</source>
        <translation>İkinci bir kişi kanıtı okur ve kendi PIN&apos;iyle onaylar.</translation>
    </message>
    <message>
        <source>Choose what happened to the money.</source>
        <translation>Paraya ne olduğunu seçin.</translation>
    </message>
    <message>
        <source>Did {amount} go back?</source>
        <translation>{amount} geri gitti mi?</translation>
    </message>
    <message>
        <source>PINs are off, so {name} says it alone; the journal marks it as said by one person.</source>
        <translation>PIN kapalı: {name} bunu tek başına söylüyor; günlükte “tek kişi” diye işaretlenir.</translation>
    </message>
    <message>
        <source>Reading the evidence…</source>
        <translation>Kanıt okunuyor…</translation>
    </message>
    <message>
        <source>Settle with evidence</source>
        <translation>Kanıtla kapat</translation>
    </message>
    <message>
        <source>The money did not go</source>
        <translation>Para gitmedi</translation>
    </message>
    <message>
        <source>The money went to the customer</source>
        <translation>Para müşteriye gitti</translation>
    </message>
    <message>
        <source>The order is free again, and {amount} can be given back anew. If the money did go, the customer would get it twice.</source>
        <translation>Sipariş yeniden serbest kalır ve {amount} yeniden iade edilebilir. Para aslında gittiyse müşteri onu iki kez alır.</translation>
    </message>
    <message>
        <source>This one is not unknown any more.</source>
        <translation>Bu işlem artık belirsiz değil.</translation>
    </message>
    <message>
        <source>What the gateway&apos;s own panel shows for it: its number, or its words (required)</source>
        <translation>Ödeme kuruluşunun kendi panelinde ne görünüyor: işlem numarası ya da yazan söz (zorunlu)</translation>
    </message>
    <message>
        <source>Who agrees</source>
        <translation>Onaylayan</translation>
    </message>
    <message>
        <source>Why are you certain? (required)</source>
        <translation>Neden eminsiniz? (zorunlu)</translation>
    </message>
    <message>
        <source>Write down: the money did not go</source>
        <translation>Kaydet: para gitmedi</translation>
    </message>
    <message>
        <source>Write down: the money went</source>
        <translation>Kaydet: para gitti</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>Kaydet</translation>
    </message>
    <message>
        <source>Write what the panel shows.</source>
        <translation>Panelde ne göründüğünü yazın.</translation>
    </message>
    <message>
        <source>Write why you are certain.</source>
        <translation>Neden emin olduğunuzu yazın.</translation>
    </message>
    <message>
        <source>{amount} counts as given back, and the order is shut: nothing more goes back from it.</source>
        <translation>{amount} iade edilmiş sayılır ve sipariş kapanır: bundan başka iade yapılamaz.</translation>
    </message>
    <message>
        <source>{amount} counts as given back; what is left of the order can be given back again.</source>
        <translation>{amount} iade edilmiş sayılır; siparişten kalan yeniden iade edilebilir.</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Another program holds the ledger, so this one can only look.</source>
        <translation>Defter başka bir programda açık; bu yalnızca bakabilir.</translation>
    </message>
    <message>
        <source>Asks first; nothing is sent yet ({key})</source>
        <translation>Önce sorar; henüz bir şey gönderilmez ({key})</translation>
    </message>
    <message>
        <source>Done here ({count})</source>
        <translation>Burada yapılanlar ({count})</translation>
    </message>
    <message>
        <source>Giving this back is under way: {state}</source>
        <translation>Geri verme sürüyor: {state}</translation>
    </message>
    <message>
        <source>It stays locked until it is clear how that ended.</source>
        <translation>Nasıl sonuçlandığı belli olana kadar kilitli kalır.</translation>
    </message>
    <message>
        <source>Show the open one</source>
        <translation>Açık olanı göster</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Account</source>
        <translation>Üye iş yeri</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Süre</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Tutar</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>İstenen</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Ortam</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Ödeme kuruluşu</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Sıradaki adım</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referans</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Ne zamandan beri</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Satış</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Son an</translation>
    </message>
    <message>
        <source>What</source>
        <translation>İşlem</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Zaman</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Nerede</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Kim</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Neden</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Leave it</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Oturum aç</translation>
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Oturum aç</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Nothing is shown and nothing is sent until somebody signs in.</source>
        <translation>Biri oturum açana kadar hiçbir şey gösterilmez ve gönderilmez.</translation>
    </message>
    <message>
        <source>Who is at the desk?</source>
        <translation>Masada kim var?</translation>
    </message>
</context>
<context>
    <name>Slip</name>
    <message>
        <source>All sellers</source>
        <translation>Bütün mağazalar</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Tutar</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Onaylayan</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>İstendi</translation>
    </message>
    <message>
        <source>COPY {n}</source>
        <translation>KOPYA {n}</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Kart</translation>
    </message>
    <message>
        <source>Customer, signature</source>
        <translation>Müşteri, imza</translation>
    </message>
    <message>
        <source>DEMO: NOT REAL MONEY</source>
        <translation>DEMO: GERÇEK PARA DEĞİL</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Yapıldı</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Ortam</translation>
    </message>
    <message>
        <source>For the shop, signature</source>
        <translation>Mağaza yetkilisi, imza</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Kuruluş</translation>
    </message>
    <message>
        <source>It goes back to the card that was charged. When it is seen on the statement depends on the bank.</source>
        <translation>Tutar, ödemenin yapıldığı karta geri döner. Ekstreye ne zaman yansıyacağı bankaya bağlıdır.</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Canlı</translation>
    </message>
    <message>
        <source>Log code</source>
        <translation>Günlük kodu</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Gönderilmedi</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>İşlemi yapan</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Sipariş</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Sonuç</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Basıldı</translation>
    </message>
    <message>
        <source>RESULT PENDING</source>
        <translation>SONUÇ BEKLENİYOR</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Gerekçe</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Kayıt no</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referans</translation>
    </message>
    <message>
        <source>Refund asked for</source>
        <translation>İade istendi</translation>
    </message>
    <message>
        <source>Refund refused</source>
        <translation>İade reddedildi</translation>
    </message>
    <message>
        <source>Refund slip</source>
        <translation>İade fişi</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>İade edildi</translation>
    </message>
    <message>
        <source>Refused, no money went back</source>
        <translation>Reddedildi, para iade edilmedi</translation>
    </message>
    <message>
        <source>Result pending</source>
        <translation>Sonuç bekleniyor</translation>
    </message>
    <message>
        <source>Seller</source>
        <translation>Mağaza</translation>
    </message>
    <message>
        <source>Settled by</source>
        <translation>Sonucu bildiren</translation>
    </message>
    <message>
        <source>TEST: NOT REAL MONEY</source>
        <translation>TEST: GERÇEK PARA DEĞİL</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>The gateway accepted it; its own record does not show it yet. When it is seen on the card&apos;s statement depends on the bank.</source>
        <translation>Ödeme kuruluşu işlemi kabul etti; kendi kaydında henüz görünmüyor. Kart ekstresine ne zaman yansıyacağı bankaya bağlıdır.</translation>
    </message>
    <message>
        <source>The gateway refused it: no money went back.</source>
        <translation>Ödeme kuruluşu işlemi reddetti: para geri verilmedi.</translation>
    </message>
    <message>
        <source>Void asked for</source>
        <translation>İptal istendi</translation>
    </message>
    <message>
        <source>Void refused</source>
        <translation>İptal reddedildi</translation>
    </message>
    <message>
        <source>Void slip</source>
        <translation>İptal fişi</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>İptal edildi</translation>
    </message>
    <message>
        <source>We are waiting for the bank to confirm. This paper does not say that money went back. Please keep it; we look it up.</source>
        <translation>Bankadan teyit bekliyoruz. Bu belge paranın geri verildiğini göstermez. Lütfen saklayın; sonucunu biz sorguluyoruz.</translation>
    </message>
    <message>
        <source>{ended}, awaiting confirmation</source>
        <translation>{ended}, teyit bekleniyor</translation>
    </message>
</context>
<context>
    <name>SlipDialog</name>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Look at the printer, then print again: the next one says it is a copy.</source>
        <translation>Yazıcıya bakın, sonra yeniden yazdırın: sonrakinde kopya olduğu yazar.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Yazdır</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>PDF olarak kaydet…</translation>
    </message>
    <message>
        <source>Save the slip</source>
        <translation>Fişi kaydet</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Kaydedildi: {file}</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Yazıcıya gönderildi.</translation>
    </message>
    <message>
        <source>Set one up in the system&apos;s settings, or save the slip as PDF.</source>
        <translation>Sistem ayarlarından bir yazıcı ekleyin ya da fişi PDF olarak kaydedin.</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>Fiş</translation>
    </message>
    <message>
        <source>The printer took nothing. It is counted all the same.</source>
        <translation>Yazıcı hiçbir şey almadı. Fiş yine de sayıldı.</translation>
    </message>
    <message>
        <source>This computer knows no printer.</source>
        <translation>Bu bilgisayarda tanımlı yazıcı yok.</translation>
    </message>
    <message>
        <source>This will be copy {n}.</source>
        <translation>Bu, KOPYA {n} olacak.</translation>
    </message>
    <message>
        <source>This will be the first one.</source>
        <translation>Bu ilk fiş olacak.</translation>
    </message>
    <message>
        <source>slip</source>
        <translation>fis</translation>
    </message>
</context>
<context>
    <name>StartOverDialog</name>
    <message>
        <source>An empty ledger has forgotten what was given back.</source>
        <translation>Boş defter, geri verilenleri unutmuştur.</translation>
    </message>
    <message>
        <source>Begin an empty ledger</source>
        <translation>Boş defter başlat</translation>
    </message>
    <message>
        <source>Bring a backup back…</source>
        <translation>Yedeği geri getir…</translation>
    </message>
    <message>
        <source>Choose the backup</source>
        <translation>Yedeği seçin</translation>
    </message>
    <message>
        <source>I have no backup and will look before every reversal</source>
        <translation>Yedeğim yok; her iptal/iadeden önce bakacağım</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Orders that were locked because their end was unknown are no longer locked, and at Param nobody else remembers what was given back. If you have a backup, bring it back instead: nothing is sent then until an owner has looked. The damaged file is kept and never overwritten. An empty ledger knows no account: the gateway&apos;s keys are typed again.</source>
        <translation>Sonucu bilinmediği için kilitli olan siparişler artık kilitli değil; Param&apos;da neyin geri verildiğini de başka kimse hatırlamaz. Yedeğiniz varsa onu geri getirin: o zaman sahip bakana kadar hiçbir şey gönderilmez. Bozuk dosya saklanır, üzerine asla yazılmaz. Boş defter hiçbir üye iş yerini tanımaz: ödeme kuruluşunun anahtarları yeniden girilir.</translation>
    </message>
    <message>
        <source>The ledger is damaged or lost</source>
        <translation>Defter bozuk ya da kayıp</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n awaiting confirmation</source>
        <translation>
            <numerusform>%n teyit bekliyor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown, being looked up</source>
        <translation>
            <numerusform>%n belirsiz, sorgulanıyor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown, waiting for a person</source>
        <translation>
            <numerusform>%n belirsiz, bir kişiyi bekliyor</numerusform>
        </translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>{time} itibarıyla</translation>
    </message>
    <message>
        <source>next look {time}</source>
        <translation>sonraki sorgu {time}</translation>
    </message>
</context>
<context>
    <name>StepFrame</name>
    <message>
        <source>Back</source>
        <translation>Geri</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Vazgeç</translation>
    </message>
</context>
<context>
    <name>StepRow</name>
    <message>
        <source>Looking</source>
        <translation>Bakılıyor</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Bakılıyor…</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Durduruldu.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Bekliyor</translation>
    </message>
</context>
<context>
    <name>Support</name>
    <message>
        <source>Account</source>
        <translation>Üye iş yeri</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Tutar</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Önce</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Sonuçlandı</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Ödeme kuruluşu</translation>
    </message>
    <message>
        <source>Gateway&apos;s own clock</source>
        <translation>Ödeme kuruluşunun saati</translation>
    </message>
    <message>
        <source>Known by</source>
        <translation>Dayanağı</translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation>Üye iş yeri no</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Şimdi</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Kanıt</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referans</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Sonuç</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gönderildi</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Adım</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>Adım adım</translation>
    </message>
    <message>
        <source>Support file</source>
        <translation>Destek dosyası</translation>
    </message>
    <message>
        <source>The key of the log could not be read: its rows were not checked.</source>
        <translation>Günlüğün anahtarı okunamadı: satırları denetlenmedi.</translation>
    </message>
    <message>
        <source>The log is broken at row {row}.</source>
        <translation>Günlük {row}. satırda bozuk.</translation>
    </message>
    <message>
        <source>The log of who did what</source>
        <translation>Kim ne yaptı: günlük</translation>
    </message>
    <message>
        <source>The payment as last answered, {when}</source>
        <translation>Son yanıta göre ödeme, {when}</translation>
    </message>
    <message>
        <source>The payment before it was sent</source>
        <translation>Gönderilmeden önceki ödeme</translation>
    </message>
    <message>
        <source>The whole log was checked: {rows} rows fit, the last is {head}.</source>
        <translation>Bütün günlük denetlendi: {rows} satır uyuyor, sonuncusu {head}.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Ne</translation>
    </message>
    <message>
        <source>What is different</source>
        <translation>Farklı olanlar</translation>
    </message>
    <message>
        <source>What was answered, or how it broke: {when}</source>
        <translation>Gelen yanıt ya da bağlantının nasıl koptuğu: {when}</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>Gönderilen istek</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Ne zaman</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Kim</translation>
    </message>
    <message>
        <source>Who and why</source>
        <translation>Kim, neden</translation>
    </message>
    <message>
        <source>Written down</source>
        <translation>Kayda alındı</translation>
    </message>
    <message>
        <source>their code {code}</source>
        <translation>onların kodu {code}</translation>
    </message>
    <message>
        <source>their words: {text}</source>
        <translation>onların sözleri: {text}</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>What happened, drawn to time</source>
        <translation>Olanlar, zaman çizgisinde</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message numerus="yes">
        <source>%n awaiting confirmation</source>
        <translation>
            <numerusform>%n teyit bekleniyor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n for you to approve</source>
        <translation>
            <numerusform>%n onayınızı bekliyor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n belirsiz</numerusform>
        </translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Üye iş yeri ekle</translation>
    </message>
    <message>
        <source>Add your merchant account; what you look at then stands here every day.</source>
        <translation>Üye iş yerinizi ekleyin; baktığınız ödemeler her gün burada durur.</translation>
    </message>
    <message>
        <source>Can still be voided</source>
        <translation>Bugün iptal edilebilir</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Tamam</translation>
    </message>
    <message>
        <source>Nothing moved</source>
        <translation>Para hareket etmedi</translation>
    </message>
    <message>
        <source>Nothing that was looked at here can be voided today. Search a sale of today to see it here.</source>
        <translation>Burada bakılanlardan bugün iptal edilebilecek olan yok. Bugünkü bir satışı arayın, burada görünür.</translation>
    </message>
    <message>
        <source>Nothing waits. What needs somebody stands here.</source>
        <translation>Bekleyen yok. Birinin bakması gerekenler burada durur.</translation>
    </message>
    <message>
        <source>Nothing was voided or refunded today.</source>
        <translation>Bugün iptal ya da iade yapılmadı.</translation>
    </message>
    <message>
        <source>Only what was looked at on this computer</source>
        <translation>Yalnızca bu bilgisayarda bakılanlar</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Yeniden oku</translation>
    </message>
    <message>
        <source>Reading the day…</source>
        <translation>Gün okunuyor…</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Bugün</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Belirsiz</translation>
    </message>
    <message>
        <source>Voided and refunded today</source>
        <translation>Bugünkü iptal ve iadeler</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Bekliyor</translation>
    </message>
    <message>
        <source>Waits for somebody</source>
        <translation>Birini bekleyenler</translation>
    </message>
    <message>
        <source>Welcome. Your account comes first.</source>
        <translation>Hoş geldiniz. Önce üye iş yeriniz.</translation>
    </message>
    <message>
        <source>{left} left</source>
        <translation>{left} kaldı</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Account that is asked</source>
        <translation>Sorulan üye iş yeri</translation>
    </message>
    <message>
        <source>Ask all the other accounts too (Shift+Enter)</source>
        <translation>Öteki üye iş yerlerine de sor (Shift+Enter)</translation>
    </message>
    <message>
        <source>Ask everyone</source>
        <translation>Hepsine sor</translation>
    </message>
    <message>
        <source>Refund Desk</source>
        <translation>İade Masası</translation>
    </message>
</context>
<context>
    <name>Traces</name>
    <message>
        <source>Approved, with their PIN</source>
        <translation>PIN ile onayladı</translation>
    </message>
    <message>
        <source>Declined what was left for approval</source>
        <translation>Onaya bırakılanı reddetti</translation>
    </message>
    <message>
        <source>Entered or removed the order</source>
        <translation>Siparişi girdi ya da kaldırdı</translation>
    </message>
    <message>
        <source>Exported it</source>
        <translation>Dışa aktardı</translation>
    </message>
    <message>
        <source>Left it for approval</source>
        <translation>Onaya bıraktı</translation>
    </message>
    <message>
        <source>Looked at the raw answer</source>
        <translation>Ham yanıta baktı</translation>
    </message>
    <message>
        <source>Sent what was left for approval</source>
        <translation>Onaya bırakılanı gönderdi</translation>
    </message>
    <message>
        <source>Took it off the list of approvals</source>
        <translation>Onay listesinden kaldırdı</translation>
    </message>
    <message>
        <source>Was not allowed to give it back</source>
        <translation>Geri vermesine izin verilmedi</translation>
    </message>
    <message>
        <source>What they did</source>
        <translation>Ne yaptı</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Zaman</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Kim</translation>
    </message>
    <message>
        <source>Who here did what about it</source>
        <translation>Burada kim ne yaptı</translation>
    </message>
</context>
<context>
    <name>TypedWord</name>
    <message>
        <source>Type {word}</source>
        <translation>{word} yazın</translation>
    </message>
</context>
<context>
    <name>ViewsMenu</name>
    <message>
        <source>Forget a saved search</source>
        <translation>Kayıtlı bir aramayı unut</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>Bu aramayı kaydet…</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Kayıtlı aramalar</translation>
    </message>
    <message>
        <source>Saved searches (Ctrl+G)</source>
        <translation>Kayıtlı aramalar (Ctrl+G)</translation>
    </message>
    <message>
        <source>Sold today</source>
        <translation>Bugün satılanlar</translation>
    </message>
    <message>
        <source>Sold yesterday</source>
        <translation>Dün satılanlar</translation>
    </message>
    <message>
        <source>Voided this week</source>
        <translation>Bu hafta iptal edilenler</translation>
    </message>
    <message>
        <source>Without a certain end</source>
        <translation>Sonucu kesin olmayanlar</translation>
    </message>
</context>
<context>
    <name>VoidDialog</name>
    <message>
        <source>A refusal costs nothing: no money moves, and you see it here.</source>
        <translation>Reddedilirse bir şey kaybedilmez: para hareket etmez, burada görürsünüz.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Üye iş yeri</translation>
    </message>
    <message>
        <source>Choose the day it was sold on.</source>
        <translation>Satıldığı günü seçin.</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends it too.</source>
        <translation>Ctrl+Enter da gönderir.</translation>
    </message>
    <message>
        <source>Limits go by the larger. Which one goes back is the gateway&apos;s to say.</source>
        <translation>Sınırlar büyük olana göre hesaplanır. Hangisinin iptal edileceğini kuruluş belirler.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Neden</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referans</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Satış</translation>
    </message>
    <message>
        <source>The answer names more than one amount: {amounts}.</source>
        <translation>Yanıtta birden fazla tutar var: {amounts}.</translation>
    </message>
    <message>
        <source>The day of the sale ends in {left}.</source>
        <translation>Satış gününün bitmesine {left} var.</translation>
    </message>
    <message>
        <source>The day of the sale has passed; the bank may refuse.</source>
        <translation>Gün geçti; banka reddedebilir.</translation>
    </message>
    <message>
        <source>The whole sale is voided at EsnekPOS and the customer gets {amount} back.</source>
        <translation>Satışın tamamı EsnekPOS&apos;ta iptal edilir; müşteriye {amount} geri verilir.</translation>
    </message>
    <message>
        <source>Void a sale</source>
        <translation>Satışı iptal et</translation>
    </message>
    <message>
        <source>Void: {amount}</source>
        <translation>İptal et: {amount}</translation>
    </message>
    <message>
        <source>Write a reason to go on.</source>
        <translation>Sürdürmek için bir neden yazın.</translation>
    </message>
</context>
<context>
    <name>VoidableList</name>
    <message>
        <source>Amount</source>
        <translation>Tutar</translation>
    </message>
    <message>
        <source>Can still be voided today</source>
        <translation>Bugün iptal edilebilir</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referans</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Satış</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Son saat</translation>
    </message>
</context>
<context>
    <name>WayBack</name>
    <message>
        <source>A newer version of this program wrote this backup: {path}</source>
        <translation>Bu yedeği programın daha yeni bir sürümü yazmış: {path}</translation>
    </message>
    <message>
        <source>A test version from before the first release wrote this backup: {path}</source>
        <translation>Bu yedeği ilk sürümden önceki bir deneme sürümü yazmış: {path}</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose another file.</source>
        <translation>Hiçbir şey değişmedi. Başka bir dosya seçin.</translation>
    </message>
    <message>
        <source>This backup is damaged: {path}</source>
        <translation>Bu yedek bozuk: {path}</translation>
    </message>
    <message>
        <source>This file is no backup of a ledger: {path}</source>
        <translation>Bu dosya bir defter yedeği değil: {path}</translation>
    </message>
</context>
<context>
    <name>WayBackDialog</name>
    <message numerus="yes">
        <source>%n reversal(s) here have no certain end yet.</source>
        <translation>
            <numerusform>Buradaki %n iptal/iadenin sonucu henüz kesin değil.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reversal(s) that this computer knows of are not in this backup.</source>
        <translation>
            <numerusform>Bu bilgisayarın bildiği %n iptal/iade bu yedekte yok.</numerusform>
        </translation>
    </message>
    <message>
        <source>Afterwards an owner confirms in Safekeeping, before anything is sent.</source>
        <translation>Dönüşten sonra, bir şey gönderilmeden önce sahip Güvence bölümünde onaylar.</translation>
    </message>
    <message>
        <source>Choose the backup</source>
        <translation>Yedek dosyasını seç</translation>
    </message>
    <message>
        <source>Choose the backup…</source>
        <translation>Yedek dosyasını seç…</translation>
    </message>
    <message>
        <source>Go back to a backup</source>
        <translation>Yedekten geri dönüş</translation>
    </message>
    <message>
        <source>Go back to this backup</source>
        <translation>Bu yedeğe dön</translation>
    </message>
    <message>
        <source>Going back would forget that their orders are locked. Settle them first, under Unknown.</source>
        <translation>Geri dönülürse bu siparişlerin kilitli olduğu unutulur. Önce Belirsiz bölümünde sonuçlandırın.</translation>
    </message>
    <message>
        <source>Its log can be checked only with its own recovery code. What this ledger knows stays in the file that is kept aside.</source>
        <translation>Günlüğü yalnızca kendi kurtarma koduyla denetlenebilir. Bu defterin bildikleri, kenara alınan dosyada kalır.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Money is on the move.</source>
        <translation>Şu anda para hareket ediyor.</translation>
    </message>
    <message>
        <source>No reversal is missing from this backup.</source>
        <translation>Bu yedekte eksik iptal/iade yok.</translation>
    </message>
    <message>
        <source>RESTORE</source>
        <translation>DÖN</translation>
    </message>
    <message>
        <source>The desk is closed, the backup takes the ledger&apos;s place, and the desk is opened again. The ledger of now is kept aside, and nothing of it is deleted.</source>
        <translation>Masa kapatılır, yedek defterin yerine geçer, sonra masa yeniden açılır. Şimdiki defter kenara alınır, ondan hiçbir şey silinmez.</translation>
    </message>
    <message>
        <source>The file is read from end to end…</source>
        <translation>Dosya baştan sona okunuyor…</translation>
    </message>
    <message>
        <source>They happened all the same. Afterwards nothing is sent until an owner has looked and says so in Safekeeping.</source>
        <translation>Onlar yine de gerçekleşti. Dönüşten sonra, sahip bakıp Güvence bölümünde onaylayana kadar hiçbir şey gönderilmez.</translation>
    </message>
    <message>
        <source>This is the backup of another ledger, not of this one.</source>
        <translation>Bu, başka bir defterin yedeği; bu defterin değil.</translation>
    </message>
    <message>
        <source>Type {word} to go on:</source>
        <translation>Sürdürmek için {word} yazın:</translation>
    </message>
    <message>
        <source>Wait until it is clear how it went, and press again.</source>
        <translation>Sonucu belli olana kadar bekleyin, sonra yeniden basın.</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Here you find a card payment by its reference, void it or give it back, once, and know for certain how it went. For that the program has to know who your shop is to the gateway: that takes two minutes.</source>
        <translation>Burada bir kart ödemesini referansıyla bulur, bir kez iptal ya da iade eder ve nasıl sonuçlandığını kesin olarak bilirsiniz. Bunun için program, dükkânınızın ödeme kuruluşundaki kimliğini bilmelidir: iki dakika sürer.</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>Demoyu aç</translation>
    </message>
    <message>
        <source>Or look around first: the demo has made-up payments and gateways of its own on this computer. No money is real there.</source>
        <translation>Ya da önce etrafa bakın: demoda uydurma ödemeler ve bu bilgisayarda kendi ödeme kuruluşları vardır. Oradaki para gerçek değildir.</translation>
    </message>
    <message>
        <source>Set up my account</source>
        <translation>Üye iş yerimi ekle</translation>
    </message>
    <message>
        <source>Welcome to the Refund Desk</source>
        <translation>İade Masası&apos;na hoş geldiniz</translation>
    </message>
</context>
<context>
    <name>WhichPage</name>
    <message>
        <source>A test account</source>
        <translation>Test hesabı</translation>
    </message>
    <message>
        <source>Is it for real?</source>
        <translation>Gerçek mi, deneme mi?</translation>
    </message>
    <message>
        <source>Marketplace: an order goes back whole or in part, seller by seller.</source>
        <translation>Pazaryeri: sipariş bütünüyle ya da kısmen, mağaza mağaza iade edilir.</translation>
    </message>
    <message>
        <source>My live account</source>
        <translation>Canlı hesabım</translation>
    </message>
    <message>
        <source>Physical POS: a sale is found and voided whole.</source>
        <translation>Fiziki POS: satış bulunur ve bütünüyle iptal edilir.</translation>
    </message>
    <message>
        <source>Real money moves, real customers.</source>
        <translation>Gerçek para, gerçek müşteriler.</translation>
    </message>
    <message>
        <source>To try it; no customer is touched.</source>
        <translation>Denemek için; hiçbir müşteri etkilenmez.</translation>
    </message>
    <message>
        <source>Who takes your card payments?</source>
        <translation>Kart ödemelerinizi kim alıyor?</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Being sent</source>
        <translation>Gönderiliyor</translation>
    </message>
    <message>
        <source>DEMO</source>
        <translation>DEMO</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Reddedildi</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Tamamlandı</translation>
    </message>
    <message>
        <source>Done, awaiting confirmation</source>
        <translation>Teyit bekleniyor</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>CANLI</translation>
    </message>
    <message>
        <source>Not a known movement</source>
        <translation>Tanınmayan hareket</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Gönderilmedi</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Ödendi</translation>
    </message>
    <message>
        <source>Partly refunded</source>
        <translation>Kısmen iade</translation>
    </message>
    <message>
        <source>Payment, done</source>
        <translation>Ödeme, başarılı</translation>
    </message>
    <message>
        <source>Payment, failed</source>
        <translation>Ödeme, başarısız</translation>
    </message>
    <message>
        <source>Payment, waiting</source>
        <translation>Ödeme, bekliyor</translation>
    </message>
    <message>
        <source>Payment, waiting for 3-D</source>
        <translation>Ödeme, 3-D bekleniyor</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>İade</translation>
    </message>
    <message>
        <source>Refund, done</source>
        <translation>İade, başarılı</translation>
    </message>
    <message>
        <source>Refund, failed</source>
        <translation>İade, başarısız</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>İade edildi</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Reddedildi</translation>
    </message>
    <message>
        <source>TEST</source>
        <translation>TEST</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>Belli değil</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Belirsiz</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>İptal</translation>
    </message>
    <message>
        <source>Void, done</source>
        <translation>İptal, başarılı</translation>
    </message>
    <message>
        <source>Void, failed</source>
        <translation>İptal, başarısız</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>İptal edildi</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Bekliyor</translation>
    </message>
    <message>
        <source>Written down</source>
        <translation>Kaydedildi</translation>
    </message>
</context>
<context>
    <name>WorkList</name>
    <message>
        <source>Amount</source>
        <translation>Tutar</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Saat</translation>
    </message>
    <message>
        <source>Today&apos;s voids and refunds</source>
        <translation>Bugünkü iptal ve iadeler</translation>
    </message>
    <message>
        <source>What and who</source>
        <translation>Ne, kim</translation>
    </message>
</context>
<context>
    <name>_Facts</name>
    <message>
        <source>Checksum</source>
        <translation>Sağlama</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Dosya</translation>
    </message>
    <message>
        <source>Last entry in its log</source>
        <translation>Günlüğündeki son satır</translation>
    </message>
    <message>
        <source>Reversals in it</source>
        <translation>İçindeki iptal/iadeler</translation>
    </message>
    <message>
        <source>Reversals in the ledger now</source>
        <translation>Şimdiki defterdekiler</translation>
    </message>
    <message>
        <source>Reversals this computer remembers</source>
        <translation>Bu bilgisayarın hatırladıkları</translation>
    </message>
    <message>
        <source>The newest of them</source>
        <translation>Bunların en yenisi</translation>
    </message>
    <message>
        <source>matches</source>
        <translation>uyuyor</translation>
    </message>
    <message>
        <source>none</source>
        <translation>yok</translation>
    </message>
    <message>
        <source>none lies beside it: every row was read, which shows most damage and not all</source>
        <translation>yanında yok: bütün satırlar okundu; bu, hasarların çoğunu gösterir, hepsini değil</translation>
    </message>
</context>
</TS>
