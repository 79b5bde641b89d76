// Error numbers of system calls, as Linux has them on x86-64. Their texts are in builtins/errno.h.
#pragma once

namespace il::machine::errors {

inline constexpr int none = 0;
inline constexpr int noEntry = 2;
inline constexpr int noProcess = 3;
inline constexpr int badDescriptor = 9;
inline constexpr int noChild = 10;
inline constexpr int again = 11;
inline constexpr int noPermission = 1;
inline constexpr int exists = 17;
inline constexpr int invalid = 22;
inline constexpr int tooManyFiles = 24;
inline constexpr int brokenPipe = 32;
inline constexpr int notSocket = 88;
inline constexpr int notSupported = 95;
inline constexpr int addressInUse = 98;
inline constexpr int addressNotAvailable = 99;
inline constexpr int aborted = 103;
inline constexpr int reset = 104;
inline constexpr int isConnected = 106;
inline constexpr int notConnected = 107;
inline constexpr int timedOut = 110;
inline constexpr int refused = 111;
inline constexpr int already = 114;
inline constexpr int inProgress = 115;

} // namespace il::machine::errors
