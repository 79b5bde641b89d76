#include "likeness.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTextStream>

#include <cstdlib>

namespace il::tests {

Likeness compare(const QImage& a, const QImage& b)
{
    if (a.isNull() || a.size() != b.size())
        return {};
    const QImage first = a.convertToFormat(QImage::Format_RGB32),
                 second = b.convertToFormat(QImage::Format_RGB32);
    qint64 sum = 0;
    for (int y = 0; y < first.height(); ++y) {
        const uchar *one = first.constScanLine(y), *other = second.constScanLine(y);
        for (int x = 0; x < 4 * first.width(); ++x)
            sum += std::abs(one[x] - other[x]);
    }
    constexpr int side = 8, much = 40;
    const QSize squares = first.size() / side;
    const QImage small = first.scaled(squares, Qt::IgnoreAspectRatio, Qt::SmoothTransformation),
                 other = second.scaled(squares, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    int blotches = 0;
    for (int y = 0; y < squares.height(); ++y)
        for (int x = 0; x < squares.width(); ++x) {
            const QRgb p = small.pixel(x, y), q = other.pixel(x, y);
            const bool differs = std::abs(qRed(p) - qRed(q)) > much ||
                                 std::abs(qGreen(p) - qGreen(q)) > much ||
                                 std::abs(qBlue(p) - qBlue(q)) > much;
            blotches += differs ? 1 : 0;
        }
    const double pixels = double(first.width()) * first.height();
    return {double(sum) / (pixels * 3), blotches / (double(squares.width()) * squares.height())};
}

QByteArray outputOf(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() != 0) {
        QTextStream(stderr) << program << ": " << process.readAllStandardError() << Qt::endl;
        return {};
    }
    const QByteArray output = process.readAllStandardOutput();
    return output.isNull() ? QByteArray("") : output;
}

bool has(const QString& program)
{
    return !QStandardPaths::findExecutable(program).isEmpty();
}

} // namespace il::tests
