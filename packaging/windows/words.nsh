; Everything the setup program and the uninstaller say of their own.

LangString title ${LANG_TURKISH} "İade Masası"
LangString title ${LANG_ENGLISH} "Refund Desk"

LangString about ${LANG_TURKISH} "Kart satışını bulur, bir kez iptal ya da iade eder"
LangString about ${LANG_ENGLISH} "Finds a card sale, voids or refunds it once"

!ifdef SIGN
    !define UNSIGNED_TR ""
    !define UNSIGNED_EN ""
!else
    !define UNSIGNED_TR "$\r$\n$\r$\nDİKKAT: Bu kurulum dosyası imzasız. Nereden geldiğini bilmiyorsanız kurmayın."
    !define UNSIGNED_EN "$\r$\n$\r$\nNOTE: nobody has signed this setup program. Unless you know where it comes from, don't install it."
!endif

LangString welcome ${LANG_TURKISH} "İade Masası bu bilgisayara kurulacak. Daha eski bir sürüm varsa yerine geçer; kayıtlarınız ve anahtarlarınız olduğu gibi kalır.${UNSIGNED_TR}$\r$\n$\r$\nDevam etmek için Kur'u tıklayın."
LangString welcome ${LANG_ENGLISH} "Refund Desk will be installed on this computer. It takes the place of an earlier version; your records and your keys stay as they are.${UNSIGNED_EN}$\r$\n$\r$\nClick Install to go on."

LangString open_now ${LANG_TURKISH} "İade Masası'nı şimdi aç"
LangString open_now ${LANG_ENGLISH} "Open Refund Desk now"

LangString money_on_its_way ${LANG_TURKISH} "Şu anda bir iptal ya da iade gönderiliyor. Sonucu ekranda görünene kadar bekleyin ve programı kapatın; sonra yeniden deneyin. Hiçbir şey değiştirilmedi."
LangString money_on_its_way ${LANG_ENGLISH} "A void or a refund is on its way at this moment. Wait until its outcome is on the screen and close the program; then try again. Nothing was changed."

LangString program_open ${LANG_TURKISH} "İade Masası açık. Programın bütün pencerelerini kapatın.$\r$\n$\r$\nKapattınız mı?"
LangString program_open ${LANG_ENGLISH} "Refund Desk is open. Close every window of it.$\r$\n$\r$\nIs it closed now?"

LangString no_administrator ${LANG_TURKISH} "Bütün kullanıcılar için kurmak ya da kaldırmak yönetici yetkisi ister: yönetici olarak çalıştırın."
LangString no_administrator ${LANG_ENGLISH} "For all users it takes an administrator to install or remove it: run this as administrator."

LangString files_in_use ${LANG_TURKISH} "Programın dosyaları kullanılıyor. İade Masası'nın bütün pencerelerini kapatın, sonra yeniden deneyin. Önceki sürüm yerinde duruyor."
LangString files_in_use ${LANG_ENGLISH} "The program's files are in use. Close every window of Refund Desk, then try again. The version before is still in place."

LangString not_written ${LANG_TURKISH} "Dosyalar yazılamadı; diskte yer kalmamış olabilir. Önceki sürüm yerine kondu."
LangString not_written ${LANG_ENGLISH} "The files could not be written; the disk may be full. The version before was put back."

LangString data_too ${LANG_TURKISH} "Bu bilgisayardaki kayıtlar da silinsin mi?$\r$\n$\r$\nSilerseniz hangi iadelerin gönderildiği, hangilerinin sonucunun belirsiz olduğu unutulur; geri alınamaz. Programı yeniden kuracaksanız Hayır'ı seçin.$\r$\n$\r$\nAnahtarlarınız her iki durumda da Windows Kimlik Bilgisi Yöneticisi'nde, refund-desk adıyla kalır; oradan silebilirsiniz."
LangString data_too ${LANG_ENGLISH} "Delete the records on this computer as well?$\r$\n$\r$\nWith them it is forgotten which refunds were sent and which of them nobody knows the outcome of; that can't be undone. If you will install the program again, choose No.$\r$\n$\r$\nEither way your keys stay in the Windows Credential Manager, under refund-desk, where you can delete them."
