#include "text_file.h"

#include "script/parser.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QSaveFile>
#include <QStringDecoder>

namespace il::app {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(TextFile)
};

} // namespace

QByteArray fingerprintOf(const QByteArray& content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
}

QByteArray fingerprintOfFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? fingerprintOf(file.readAll()) : QByteArray();
}

tl::expected<TextFile, QString> readText(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(Tr::tr("\"%1\" can't be read: %2").arg(path, file.errorString()));
    const auto most = static_cast<qint64>(script::ParseLimits{}.bytes);
    const QByteArray content = file.read(most + 1);
    if (content.size() > most)
        return tl::unexpected(Tr::tr("\"%1\" is too large for a script.").arg(path));
    QStringDecoder decode(QStringDecoder::Utf8);
    const QString text = decode(content);
    if (decode.hasError() || content.contains('\0'))
        return tl::unexpected(
            Tr::tr("\"%1\" isn't UTF-8 text, and saving it would damage it. Convert it first.").arg(path));
    return TextFile{text, fingerprintOf(content)};
}

tl::expected<QByteArray, QString> writeText(const QString& path, const QString& text)
{
    const QByteArray content = text.toUtf8();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return tl::unexpected(Tr::tr("\"%1\" can't be written: %2").arg(path, file.errorString()));
    return fingerprintOf(content);
}

} // namespace il::app
