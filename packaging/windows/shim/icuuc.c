/* For tests under wine only, never shipped: stands in for Windows 10's own icuuc.dll, which wine 8 lacks.
   Qt6Core asks for these twenty functions; each says "no such converter", and Qt then makes do with UTF-8, UTF-16,
   Latin-1 and the system's own encoding, as on Windows with a converter that is not installed. */
#define API __declspec(dllexport)
enum { FILE_ACCESS_ERROR = 4, ILLEGAL_ARGUMENT = 1 };

static void *none(int *error, int why) { if (error) *error = why; return 0; }

API void *ucnv_open(const char *name, int *error) { (void)name; return none(error, FILE_ACCESS_ERROR); }
API const char *ucnv_getName(void *converter, int *error) { (void)converter; return none(error, ILLEGAL_ARGUMENT); }
API const char *ucnv_getStandardName(const char *name, const char *standard, int *error) {
    (void)name; (void)standard;
    return none(error, ILLEGAL_ARGUMENT);
}
API const char *ucnv_getAvailableName(int index) { (void)index; return 0; }
API int ucnv_countAvailable(void) { return 0; }
API signed char ucnv_getMaxCharSize(void *converter) { (void)converter; return 1; }
API int ucnv_fromUCountPending(void *converter, int *error) { (void)converter; none(error, ILLEGAL_ARGUMENT); return 0; }
API int ucnv_toUCountPending(void *converter, int *error) { (void)converter; none(error, ILLEGAL_ARGUMENT); return 0; }

/* never called without an open converter */
API void ucnv_close(void *converter) { (void)converter; }
API void ucnv_reset(void *converter) { (void)converter; }
API void ucnv_toUnicode(void) {}
API void ucnv_fromUnicode(void) {}
API void ucnv_getToUCallBack(void) {}
API void ucnv_getFromUCallBack(void) {}
API void ucnv_setToUCallBack(void) {}
API void ucnv_setFromUCallBack(void) {}
API void ucnv_cbToUWriteUChars(void) {}
API void ucnv_cbFromUWriteUChars(void) {}
API void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
API void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}

int __stdcall DllMainCRTStartup(void *module, unsigned reason, void *reserved) {
    (void)module; (void)reason; (void)reserved;
    return 1;
}
