/* For tests under wine only, never shipped: stands in for mscms.dll, whose WcsCreateIccProfile ends the program in wine 8.
   "There is no colour profile" is an answer Qt is prepared for. */
#define API __declspec(dllexport)

API void *__stdcall OpenColorProfileW(void *profile, unsigned access, unsigned share, unsigned creation) {
    (void)profile; (void)access; (void)share; (void)creation;
    return 0;
}
API int __stdcall CloseColorProfile(void *profile) { (void)profile; return 1; }
API void *__stdcall WcsCreateIccProfile(void *profile, unsigned options) { (void)profile; (void)options; return 0; }
API int __stdcall GetColorProfileFromHandle(void *profile, void *buffer, unsigned *size) {
    (void)profile; (void)buffer;
    if (size) *size = 0;
    return 0;
}

int __stdcall DllMainCRTStartup(void *module, unsigned reason, void *reserved) {
    (void)module; (void)reason; (void)reserved;
    return 1;
}
