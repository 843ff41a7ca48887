#pragma once

#include <firmware-bridge/escpos/command_reader.h>
#include <firmware-bridge/raster/text_raster.h>
#include <firmware-bridge/simulators/paper/paper_line.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace starqueue::simulators {

/// Prints the bytes that a printer received as dots, as a printer of 203 dpi with fonts of 12×24 and 24×24
/// dots would: sizes, line spacing, alignment, tabs, underlining, Chinese, code pages by Epson's numbers, QR
/// codes, raster rows and pictures from its memory.
///
/// A line that is longer than the paper goes on in the next. Doesn't fail: what it doesn't know prints
/// nothing. Lives on one thread.
class PaperPicture
{
public:
    /// Paper of so many dots: 576 for 80 mm, 384 for 58 mm.
    explicit PaperPicture(int dots);

    void feed(std::string_view bytes);
    /// A picture in the printer's own memory, as FS q puts it there.
    void store(int number, const raster::Bitmap& picture) { m_stored[number] = picture; }
    /// All pieces so far, each as long as its print and a margin; the last may not be cut yet.
    [[nodiscard]] std::vector<raster::Bitmap> tickets() const;

private:
    struct Style
    {
        int across = 1;
        int down = 1;
        int align = 0;
        int underline = 0;
        int spacing = 30;
        bool bold = false;
        std::string_view codePage;
        std::vector<int> tabs; ///< columns; none: every 8
    };

    void apply(const escpos::Command& command);
    void applyControl(unsigned char byte);
    void applyEscape(const escpos::Command& command);
    void move(const escpos::Command& command);
    void applyKanji(const escpos::Command& command);
    void applyGroup(const escpos::Command& command);
    void applySymbol(const escpos::Command& command);
    void text(const escpos::Command& command);
    const raster::Bitmap& letterFor(const std::string& character, bool isWide);
    void tab();
    void endLine();
    void advance(int dots);
    void image(const raster::Bitmap& dots, int across, int down);
    void code();
    void storeImages(const escpos::Command& command);
    void cut();

    int m_dots;
    raster::TextRaster m_letters;
    escpos::CommandReader m_reader;
    Style m_style;
    PaperLineBuffer m_line;
    raster::Bitmap m_paper;
    int m_top = 0; ///< where the next line begins
    std::vector<raster::Bitmap> m_cut;
    std::map<int, raster::Bitmap> m_stored;
    std::map<std::string, raster::Bitmap> m_drawn; ///< letters, by size and text
    std::string m_last;                            ///< the last character with its marks
    std::string m_symbol;
    int m_moduleDots = 3;
    int m_level = 0;
};

/// The tickets that `bytes` leave on paper of so many dots.
[[nodiscard]] std::vector<raster::Bitmap> picturesOfPaper(std::string_view bytes, int dots);

} // namespace starqueue::simulators
