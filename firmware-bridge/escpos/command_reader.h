#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace starqueue::escpos {

/// One token of ESC/POS: printable bytes, a control character or a whole command.
struct Command
{
    enum class Kind {
        Text,     ///< one character: ASCII or GB18030 bytes
        Control,  ///< LF, CR, HT, FF, CAN or another single control byte
        RealTime, ///< DLE EOT, DLE ENQ, DLE DC4: acted on at once, before what is buffered
        Escape,   ///< ESC …
        Kanji,    ///< FS …
        Group,    ///< GS …
    };

    Kind kind = Kind::Text;
    std::string bytes; ///< the command with its introducer and data

    /// The byte after the introducer ('@' of ESC @), 0 for text and control characters.
    [[nodiscard]] unsigned char name() const;
    /// Byte `index` counted from the introducer, 0 beyond the end.
    [[nodiscard]] unsigned char at(std::size_t index) const;
};

/// Splits a byte stream into ESC/POS commands, however it was split into reads.
///
/// Command lengths are those of Epson's ESC/POS reference for the TM-T88 family.
/// A command that this reader doesn't know counts as two bytes. Chinese mode
/// (FS & … FS .) is followed, because it decides whether a high byte starts a
/// character of two or four bytes; a switch within a line acts from the next
/// line only, as it does in printers.
class CommandReader
{
public:
    /// Appends `bytes` and returns every command that is now complete.
    [[nodiscard]] std::vector<Command> feed(std::string_view bytes);

    /// Bytes of a command that hasn't ended yet.
    [[nodiscard]] const std::string& unfinished() const { return m_pending; }
    [[nodiscard]] bool chineseMode() const { return m_chinese; }

    /// Drops an unfinished command, as a cleared receive buffer does.
    void clear();

private:
    [[nodiscard]] std::optional<std::size_t> commandLength() const;
    [[nodiscard]] std::optional<std::size_t> textLength() const;
    [[nodiscard]] Command take(std::size_t length);
    void followMode(const Command& command);

    std::string m_pending;
    bool m_chinese = true;
    bool m_nextLineChinese = true;
    bool m_lineStarted = false;
};

} // namespace starqueue::escpos
