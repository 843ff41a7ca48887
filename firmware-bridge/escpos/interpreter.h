#pragma once

#include <firmware-bridge/escpos/command_reader.h>

#include <string>
#include <string_view>
#include <vector>

namespace starqueue::escpos {

/// A printed line as a reader sees it.
struct PaperLine
{
    enum class Align { Left, Centre, Right };

    std::string text; ///< UTF-8, without padding for alignment; a tab is a space
    int width = 1;    ///< character magnification, 1 to 8
    int height = 1;
    Align align = Align::Left;
    bool bold = false;
};

/// One piece of paper between two cuts.
struct PaperTicket
{
    std::vector<PaperLine> lines;
    std::vector<std::string> qrCodes; ///< what each printed QR code says
    int rules = 0;                    ///< lines across the paper
    int pictures = 0;                 ///< raster rows and pictures from the printer's own memory
    bool cut = false;                 ///< false: still hanging in the printer

    /// The lines as text, one a line; QR codes as "[QR: content]" at the end.
    [[nodiscard]] std::string plainText() const;
    /// The text in the largest type, which is the ticket's number; empty when nothing is larger than 1.
    [[nodiscard]] std::string largestText() const;
    [[nodiscard]] bool blank() const { return lines.empty() && qrCodes.empty() && pictures == 0; }
};

/// Interprets the bytes that a printer received as what is printed on the paper.
///
/// Follows line feed, alignment, size, bold, Chinese mode, code pages (by Epson's numbers), native QR codes,
/// pictures and cuts; status and process-id commands print nothing. Bytes may be split anywhere.
/// Doesn't fail: unknown commands print nothing. Lives on one thread.
class Interpreter
{
public:
    void feed(std::string_view bytes);
    void apply(const Command& command);

    /// Drops the line that isn't printed yet, as a cleared print buffer does.
    void clearBuffer();

    /// All tickets so far; the last is the one still in the printer when it isn't cut.
    [[nodiscard]] const std::vector<PaperTicket>& tickets() const { return m_tickets; }

private:
    void applyControl(unsigned char byte);
    void applyEscape(const Command& command);
    void applyGroup(const Command& command);
    void applySymbol(const Command& command);
    void text(const Command& command);
    void endLine();
    void cut();
    void reset();
    PaperTicket& current();

    CommandReader m_reader;
    std::vector<PaperTicket> m_tickets;
    PaperLine m_style;
    std::string m_lineText;
    std::string_view m_codePage;
    bool m_underlined = false;
    int m_lineWidth = 1;
    int m_lineHeight = 1;
    std::string m_symbol;
};

/// The tickets that `bytes`, received from the start, leave on paper.
[[nodiscard]] std::vector<PaperTicket> decodePaper(std::string_view bytes);

} // namespace starqueue::escpos
