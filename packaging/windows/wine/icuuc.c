/* icuuc.dll for Wine alone: Windows 10 has the real one, Wine has none, and Qt 6.10 and later load it for the old
   code pages. Every conversion here answers "file not found", so Qt takes these code pages as not there. */
#define EXPORT __declspec(dllexport)
typedef int Status;
enum { FILE_NOT_FOUND = 4 };
static void fail(Status *status) { if (status) *status = FILE_NOT_FOUND; }

EXPORT void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
EXPORT void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
EXPORT void *ucnv_open(const char *name, Status *status) { fail(status); return 0; }
EXPORT void ucnv_close(void *converter) {}
EXPORT void ucnv_reset(void *converter) {}
EXPORT signed char ucnv_getMaxCharSize(const void *converter) { return 4; }
EXPORT const char *ucnv_getName(const void *converter, Status *status) { fail(status); return 0; }
EXPORT const char *ucnv_getStandardName(const char *name, const char *standard, Status *status) { fail(status); return 0; }
EXPORT const char *ucnv_getAvailableName(int number) { return 0; }
EXPORT int ucnv_countAvailable(void) { return 0; }
EXPORT void ucnv_getToUCallBack(void *converter, void **action, void **context) {}
EXPORT void ucnv_getFromUCallBack(void *converter, void **action, void **context) {}
EXPORT void ucnv_setToUCallBack(void *c, void *a, void *x, void *olda, void *oldx, Status *status) { fail(status); }
EXPORT void ucnv_setFromUCallBack(void *c, void *a, void *x, void *olda, void *oldx, Status *status) { fail(status); }
EXPORT void ucnv_cbToUWriteUChars(void *c, void *source, int length, int offset, Status *status) { fail(status); }
EXPORT void ucnv_cbFromUWriteUChars(void *c, void *source, void *end, int offset, Status *status) { fail(status); }
EXPORT void ucnv_toUnicode(void *c, void *t, void *te, void *s, void *se, void *o, char flush, Status *status) { fail(status); }
EXPORT void ucnv_fromUnicode(void *c, void *t, void *te, void *s, void *se, void *o, char flush, Status *status) { fail(status); }
EXPORT int ucnv_toUCountPending(void *converter, Status *status) { return 0; }
EXPORT int ucnv_fromUCountPending(void *converter, Status *status) { return 0; }
int __stdcall DllMainCRTStartup(void *module, unsigned long reason, void *reserved) { return 1; }
