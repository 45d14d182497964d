/* System libraries that Windows 10 has and wine 8 has not, as far as what we run under wine calls them.

   Compiled three times by lab.py, each into a DLL of its own; never part of what a shop installs. All but
   the random numbers answer "not there": Qt then does without foreign encodings and colour profiles. */

#include <stddef.h>

#define OFFERED __declspec(dllexport)

#ifdef ICUUC
enum { UNSUPPORTED = 16 };

OFFERED void *ucnv_open(const char *name, int *error) {
    (void)name;
    if (error) *error = UNSUPPORTED;
    return NULL;
}

/* Never reached with a converter, for none was opened. */
#define NOTHING(name) OFFERED size_t name(void) { return 0; }
NOTHING(ucnv_close)
NOTHING(ucnv_reset)
NOTHING(ucnv_countAvailable)
NOTHING(ucnv_getAvailableName)
NOTHING(ucnv_getMaxCharSize)
NOTHING(ucnv_getName)
NOTHING(ucnv_getStandardName)
NOTHING(ucnv_getFromUCallBack)
NOTHING(ucnv_getToUCallBack)
NOTHING(ucnv_setFromUCallBack)
NOTHING(ucnv_setToUCallBack)
NOTHING(ucnv_cbFromUWriteUChars)
NOTHING(ucnv_cbToUWriteUChars)
NOTHING(ucnv_fromUCountPending)
NOTHING(ucnv_fromUnicode)
NOTHING(ucnv_toUCountPending)
NOTHING(ucnv_toUnicode)
NOTHING(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
NOTHING(UCNV_TO_U_CALLBACK_SUBSTITUTE)
#endif

#ifdef MSCMS
#define NOTHING(name) OFFERED size_t name(void) { return 0; }
NOTHING(CloseColorProfile)
NOTHING(GetColorDirectoryW)
NOTHING(GetColorProfileFromHandle)
NOTHING(GetColorProfileHeader)
NOTHING(GetStandardColorSpaceProfileW)
NOTHING(OpenColorProfileW)
NOTHING(WcsCreateIccProfile)
NOTHING(WcsOpenColorProfileW)
#endif

#ifdef BCRYPTPRIMITIVES
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(void *where, ULONG how_many); /* RtlGenRandom, of advapi32 */

OFFERED int ProcessPrng(unsigned char *where, size_t how_many) {
    return SystemFunction036(where, (ULONG)how_many);
}
#endif
