#include "exporting/zip.h"

#include <zip.h>

#include <memory>

namespace il::exporting {
namespace {

// 1980-01-01 00:00, the earliest that a zip archive can tell.
constexpr zip_uint16_t dosTime = 0;
constexpr zip_uint16_t dosDate = (1 << 5) | 1;

struct FreeSource {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, FreeSource>;

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

bool add(zip_t* archive, const Part& part)
{
    Source source(
        zip_source_buffer(archive, part.bytes.constData(), static_cast<zip_uint64_t>(part.bytes.size()), 0));
    if (source == nullptr)
        return false;
    const zip_int64_t index =
        zip_file_add(archive, part.name.toUtf8().constData(), source.get(), ZIP_FL_ENC_UTF_8);
    if (index < 0)
        return false;
    [[maybe_unused]] const zip_source_t* theirs = source.release(); // belongs to the archive now
    const auto at = static_cast<zip_uint64_t>(index);
    return zip_set_file_compression(archive, at, ZIP_CM_DEFLATE, 6) == 0 &&
           zip_file_set_dostime(archive, at, dosTime, dosDate, 0) == 0;
}

std::optional<QByteArray> contents(zip_source_t* source)
{
    zip_stat_t stat;
    if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0)
        return std::nullopt;
    QByteArray bytes(static_cast<qsizetype>(stat.size), Qt::Uninitialized);
    const zip_int64_t read = zip_source_read(source, bytes.data(), stat.size);
    zip_source_close(source);
    if (read != bytes.size())
        return std::nullopt;
    return bytes;
}

} // namespace

std::optional<QByteArray> zipped(const std::vector<Part>& parts)
{
    const Source target(zip_source_buffer_create(nullptr, 0, 0, nullptr));
    if (target == nullptr)
        return std::nullopt;
    Archive archive(zip_open_from_source(target.get(), ZIP_TRUNCATE, nullptr));
    if (archive == nullptr)
        return std::nullopt;
    zip_source_keep(target.get()); // closing the archive gives up one of the two references
    for (const Part& part : parts)
        if (!add(archive.get(), part))
            return std::nullopt;
    if (zip_close(archive.get()) != 0)
        return std::nullopt;
    [[maybe_unused]] const zip_t* closed = archive.release();
    return contents(target.get());
}

} // namespace il::exporting
