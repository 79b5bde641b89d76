// Scripts on disk, as the editor reads and writes them.
#pragma once

#include <tl/expected.hpp>

#include <QByteArray>
#include <QString>

namespace il::app {

/// Tells two contents of a file apart; empty for a file that can't be read.
QByteArray fingerprintOf(const QByteArray& content);
QByteArray fingerprintOfFile(const QString& path);

struct TextFile {
    QString text; ///< with the line ends that the file has
    QByteArray fingerprint;
};

/// Only what can be written back unharmed: UTF-8 without NUL, up to a script's largest size. The error is a
/// sentence for people, in the current language.
tl::expected<TextFile, QString> readText(const QString& path);

/// Writes the file as a whole or not at all; returns its new fingerprint.
tl::expected<QByteArray, QString> writeText(const QString& path, const QString& text);

} // namespace il::app
