#pragma once

#include <firmware-bridge/raster/bitmap.h>

#include <memory>
#include <string_view>

namespace starqueue::raster {

/// Draws text as a printer's dots, in any script that the machine has a font for: letters are joined, stacked
/// and put right to left where the script wants it (Pango). Looking for the fonts takes some 0.1 s, once.
/// Lives on one thread; several may live at once.
class TextRaster
{
public:
    TextRaster();
    ~TextRaster();
    TextRaster(const TextRaster&) = delete;
    TextRaster& operator=(const TextRaster&) = delete;

    /// One line of UTF-8 in a font of `em` dots, without blank rows and columns around it. Empty: nothing to
    /// see.
    [[nodiscard]] Bitmap line(std::string_view utf8, int em, bool bold);
    /// One character, with the marks above and below it, of a font whose cells are `width` by `height` dots,
    /// as it stands in its cell.
    [[nodiscard]] Bitmap cell(std::string_view character, int width, int height, bool bold);

private:
    struct Fonts;

    struct Wanted
    {
        const char* family;
        int em = 0;
        bool bold = false;
    };

    [[nodiscard]] Bitmap drawn(std::string_view utf8, const Wanted& font, int widest, int height,
                               int baseline);

    std::unique_ptr<Fonts> m_fonts;
};

} // namespace starqueue::raster
