// For tests: what is in a zip archive.
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

#include <zip.h>

namespace il::tests {

struct Unzipped {
    QStringList order; ///< names as they lie in the archive
    QMap<QString, QByteArray> parts;
};

/// Empty when the bytes are no archive.
inline Unzipped unzipped(const QByteArray& bytes)
{
    Unzipped result;
    zip_source_t* source =
        zip_source_buffer_create(bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0, nullptr);
    zip_t* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
    if (archive == nullptr) {
        zip_source_free(source);
        return result;
    }
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
        const auto index = static_cast<zip_uint64_t>(i);
        zip_stat_t stat;
        zip_stat_index(archive, index, 0, &stat);
        QByteArray content(static_cast<qsizetype>(stat.size), '\0');
        zip_file_t* file = zip_fopen_index(archive, index, 0);
        zip_fread(file, content.data(), stat.size);
        zip_fclose(file);
        result.order.append(QString::fromUtf8(stat.name));
        result.parts.insert(result.order.back(), content);
    }
    zip_discard(archive);
    return result;
}

} // namespace il::tests
