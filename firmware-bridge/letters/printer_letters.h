#pragma once

#include <QByteArray>
#include <QString>

#include <map>

namespace starqueue::bridge {

/// Which letters a printer has, and how a line of text is put into them.
class PrinterLetters
{
public:
    enum class Script {
        Ascii,   ///< in whichever mode the printer is
        Chinese, ///< FS &: GB18030
        Pages,   ///< FS . and code pages, chosen by ESC t within the line
        Raster   ///< the printer has no such letters: dots
    };

    struct Set
    {
        bool chinese = true;              ///< the two-byte characters of GB18030
        std::map<QString, int> codePages; ///< name (escpos/code_pages.h) and number in ESC t
        bool raster = false;              ///< what there is no letter for may be drawn
    };

    explicit PrinterLetters(Set set) : m_set(std::move(set)) {}

    /// How a line with all of `text` is printed. What nothing has letters for is Raster where that is
    /// allowed, else replaced by a hollow square or a question mark.
    [[nodiscard]] Script scriptOf(const QString& text) const;
    /// `text` in bytes, right to left where it is so. `page` is the code page that ESC t chose last, -1: none
    /// yet.
    [[nodiscard]] QByteArray encoded(const QString& text, Script script, int& page) const;
    /// How many columns of the paper a text takes, at size 1. Not for Raster.
    [[nodiscard]] static int columns(const QString& text, Script script);
    /// The first character that the printer has no letter for; empty: it has all.
    [[nodiscard]] QString missingIn(const QString& text) const;
    /// Whether it has a letter for at least one character of it that isn't a blank.
    [[nodiscard]] bool showsAnythingOf(const QString& text) const;

private:
    [[nodiscard]] bool hasInPages(const QString& character) const;
    [[nodiscard]] QByteArray inPages(const QString& character, int& page) const;

    Set m_set;
};

/// The characters of a text, surrogate pairs together.
[[nodiscard]] QStringList charactersOf(const QString& text);

} // namespace starqueue::bridge
