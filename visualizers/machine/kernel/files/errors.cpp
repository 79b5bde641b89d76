#include "machine/kernel/files/errors.h"

#include <algorithm>
#include <array>
#include <utility>

namespace il::machine::errors {

const char* text(int error)
{
    static constexpr std::array<std::pair<int, const char*>, 23> texts{{
        {none, "Success"},
        {noPermission, "Operation not permitted"},
        {noEntry, "No such file or directory"},
        {noProcess, "No such process"},
        {noChild, "No child processes"},
        {badDescriptor, "Bad file descriptor"},
        {again, "Resource temporarily unavailable"},
        {exists, "File exists"},
        {invalid, "Invalid argument"},
        {tooManyFiles, "Too many open files"},
        {brokenPipe, "Broken pipe"},
        {notSocket, "Socket operation on non-socket"},
        {notSupported, "Operation not supported"},
        {addressInUse, "Address already in use"},
        {addressNotAvailable, "Cannot assign requested address"},
        {aborted, "Software caused connection abort"},
        {reset, "Connection reset by peer"},
        {isConnected, "Transport endpoint is already connected"},
        {notConnected, "Transport endpoint is not connected"},
        {timedOut, "Connection timed out"},
        {refused, "Connection refused"},
        {already, "Operation already in progress"},
        {inProgress, "Operation now in progress"},
    }};
    const auto found =
        std::find_if(texts.begin(), texts.end(), [error](const auto& entry) { return entry.first == error; });
    return found == texts.end() ? "Unknown error" : found->second;
}

} // namespace il::machine::errors
