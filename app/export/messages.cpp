#include "export.h"

#include "exporting/png.h"

#include <QCoreApplication>

namespace il::app {

namespace {

struct MessagesTr {
    Q_DECLARE_TR_FUNCTIONS(Export)
};

} // namespace

QString message(const exporting::Error& error)
{
    using exporting::Trouble;
    switch (error.trouble) {
    case Trouble::Size:
        return MessagesTr::tr(
                   "A picture must be %1 to %2 pixels wide and high, and %3 million pixels at most.")
            .arg(exporting::minSide)
            .arg(exporting::maxSide)
            .arg(exporting::maxPixels / 1'000'000);
    case Trouble::FilmSize:
        return MessagesTr::tr("A film can be 3840x2160 pixels at most.");
    case Trouble::TooMany:
        return MessagesTr::
            tr("These are %1 pictures, and %2 can be exported at once. Choose the cues, or on the command "
               "line a range such as --at 0..%3.")
                .arg(error.detail)
                .arg(exporting::maxSlides)
                .arg(exporting::maxSlides - 1);
    case Trouble::TooLarge:
        return MessagesTr::tr("The file would have more than %1 MB. Choose fewer pictures.")
            .arg(error.detail.isEmpty() ? QString::number(exporting::maxBytes / 1'000'000) : error.detail);
    case Trouble::Write:
        return MessagesTr::tr("\"%1\" can't be written. Is there such a folder, and may you write to it?")
            .arg(error.detail);
    case Trouble::NoEncoder:
        return MessagesTr::tr("Films need the program ffmpeg, which is not installed. On Debian and Ubuntu: "
                              "sudo apt install ffmpeg. PNG, SVG and PDF do without.");
    case Trouble::Encoder:
        return MessagesTr::tr("The film can't be made. ffmpeg says: %1").arg(error.detail);
    case Trouble::TooSlow:
        return MessagesTr::tr("ffmpeg has not answered for a minute. Try a smaller size.");
    case Trouble::Cancelled:
        return MessagesTr::tr("Cancelled.");
    }
    return {};
}

} // namespace il::app
