// What can go wrong while exporting, as a value.
#pragma once

#include <tl/expected.hpp>

#include <QString>

namespace il::exporting {

enum class Trouble : std::uint8_t {
    Size,      ///< a picture not within minSide..maxSide, or of more than maxPixels (png.h)
    FilmSize,  ///< a film of more than maxFilmPixels a frame
    TooMany,   ///< more pictures than maxSlides
    TooLarge,  ///< a file of more than maxBytes
    Write,     ///< the file can't be written: no such folder, no permission, disk full
    NoEncoder, ///< there is no program ffmpeg
    Encoder,   ///< ffmpeg or an encoder failed
    TooSlow,   ///< ffmpeg has stopped taking frames
    Cancelled, ///< as the user wished
};

struct Error {
    Trouble trouble = Trouble::Encoder;
    QString detail{}; ///< the file's name, the number, or the encoder's own words
    friend bool operator==(const Error&, const Error&) = default;
};

template <typename T>
using Result = tl::expected<T, Error>;

} // namespace il::exporting
