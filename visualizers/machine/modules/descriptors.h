// Descriptors as natives get and give them.
#pragma once

#include "machine/modules/file_results.h"

#include <optional>

namespace il::machine {

/// KernelObject::kind of socket and epoll objects; the index is the descriptor. When it is closed it is
/// closedDescriptor; of a Unix socket, which still tells its family, closedUnixSocket.
inline constexpr std::uint32_t socketKind = 120, epollKind = 121;
inline constexpr std::uint32_t closedDescriptor = 0xFFFFFFFF, closedUnixSocket = 0xFFFFFFFE;

FdTable& fdsOf(Context& context);
Files& filesOf(Context& context);

/// The number that an int, a socket or an epoll object stands for; -1 of a closed one; nullopt: something
/// else, which may have a fileno() in Python.
std::optional<std::int64_t> descriptorOf(const Context& context, Value value);

/// A call on a descriptor of the calling process; `file` stays noFile when it isn't open.
FileCall callOn(Context& context, FileCall::Kind kind, const char* name, std::int64_t fd);

/// A new descriptor for `file`; the table must not be full.
int addDescriptor(Context& context, FileId file);

/// The descriptor is gone; the table has been told.
void dropDescriptor(Context& context, std::int64_t fd, FileId file);

/// Raises RuntimeError for what only real Python does: what that is, and what to do instead.
NativeResult refuse(Context& context, const std::string& what, const std::string& instead);

/// close(fd)
NativeResult closeDescriptor(Context& context, std::int64_t fd);

/// What address a socket has, as Python tells it.
Value addressValue(Context& context, Socket::Family family, const Address& address);

} // namespace il::machine
