#include <firmware-bridge/links/wire_mask.h>

#include <QStringList>

namespace starqueue::bridge {

using namespace Qt::StringLiterals;
using escpos::Command;

namespace {

constexpr int kShownAtAStretch = 8;
constexpr std::size_t kHeadShown = 8;
constexpr std::size_t kLongestShown = 12;
constexpr int kRepeated = 4;

QString hex(std::string_view bytes)
{
    return QString::fromLatin1(
        QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())).toHex(' ').toUpper());
}

/// Joins words; the same one again and again is counted.
class Words
{
public:
    void add(const QString& word)
    {
        if (word == m_word) {
            ++m_times;
            return;
        }
        flush();
        m_word = word;
        m_times = 1;
    }

    [[nodiscard]] QString joined()
    {
        flush();
        return m_words.join(u' ');
    }

private:
    void flush()
    {
        if (m_times > kRepeated)
            m_words += u"%1 (%2 times)"_s.arg(m_word).arg(m_times);
        else
            for (int i = 0; i < m_times; ++i)
                m_words += m_word;
        m_times = 0;
        m_word.clear();
    }

    QStringList m_words;
    QString m_word;
    int m_times = 0;
};

/// GS ( k, function 80: what a code is to say. GS k: what a bar code says.
bool holdsCode(const Command& command)
{
    const bool isSymbol = command.name() == '(' && command.at(2) == 'k' && command.at(6) == 0x50;
    return command.kind == Command::Kind::Group && (isSymbol || command.name() == 'k');
}

QString shownCommand(const Command& command)
{
    const std::string_view bytes = command.bytes;
    if (holdsCode(command))
        return u"%1 [code %2]"_s.arg(hex(bytes.substr(0, kHeadShown)))
            .arg(bytes.size() - std::min(bytes.size(), kHeadShown));
    if (bytes.size() <= kLongestShown)
        return hex(bytes);
    return u"%1 [data %2]"_s.arg(hex(bytes.substr(0, kHeadShown))).arg(bytes.size() - kHeadShown);
}

} // namespace

QString SentMask::shown(const QByteArray& bytes)
{
    Words words;
    std::size_t text = 0;
    const auto endText = [&] {
        if (text > 0)
            words.add(u"[text %1]"_s.arg(text));
        text = 0;
    };
    for (const Command& command :
         m_reader.feed({bytes.constData(), static_cast<std::size_t>(bytes.size())})) {
        if (command.kind == Command::Kind::Text) {
            text += command.bytes.size();
            continue;
        }
        endText();
        words.add(shownCommand(command));
    }
    endText();
    return words.joined();
}

QString ReceivedMask::shown(const QByteArray& bytes)
{
    Words words;
    int hidden = 0;
    for (const char byte : bytes) {
        const bool isText = static_cast<unsigned char>(byte) >= 0x20 && byte != 0x7F;
        m_stretch = isText ? m_stretch + 1 : 0;
        if (m_stretch > kShownAtAStretch) {
            ++hidden;
            continue;
        }
        if (hidden > 0)
            words.add(u"[text %1]"_s.arg(std::exchange(hidden, 0)));
        words.add(hex({&byte, 1}));
    }
    if (hidden > 0)
        words.add(u"[text %1]"_s.arg(hidden));
    return words.joined();
}

} // namespace starqueue::bridge
