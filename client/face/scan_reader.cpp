#include <client/face/scan_reader.h>

#include <algorithm>
#include <utility>

namespace starqueue::client {

namespace {

constexpr qsizetype kShortest = 4;
constexpr qsizetype kLongest = 64; // as the hall takes

bool isOfCode(const QString& text)
{
    return text.size() == 1 && text.front() >= QLatin1Char(' ') && text.front() <= QLatin1Char('~');
}

bool endsSo(const ScannerProfile& profile, std::optional<ScanReader::Key> end)
{
    using Suffix = ScannerProfile::Suffix;
    if (profile.suffix == Suffix::None)
        return true;
    return end == (profile.suffix == Suffix::Enter ? ScanReader::Key::Enter : ScanReader::Key::Tab);
}

api::IdentityKind kindOf(const ScannerProfile& profile, const QString& code)
{
    for (const ScannerProfile::Kind& kind : profile.kinds) {
        const QString whole = QRegularExpression::anchoredPattern(kind.pattern.pattern());
        if (QRegularExpression(whole).match(code).hasMatch())
            return kind.kind;
    }
    return api::IdentityKind::Scan;
}

} // namespace

ScanReader::ScanReader(QList<ScannerProfile> profiles) : m_profiles(std::move(profiles))
{
    for (const ScannerProfile& profile : m_profiles)
        m_gap = std::max(m_gap, profile.gap);
}

bool ScanReader::press(Key key, const QString& text, std::chrono::milliseconds now)
{
    m_last = now;
    if (m_isAfterCode) // the second half of an end
        return true;
    ++m_keys;
    if (key == Key::Character && isOfCode(text) && m_text.size() <= kLongest)
        m_text += text;
    const bool isEnd = m_keys > 1 && (key == Key::Enter || key == Key::Tab);
    if (isEnd)
        end(key);
    return isEnd;
}

ScanReader::Burst ScanReader::settle(std::chrono::milliseconds now)
{
    const bool isOver = now - m_last > m_gap;
    if (m_isAfterCode) {
        m_isAfterCode = !isOver;
        return isOver ? Burst::None : Burst::Open;
    }
    if (m_keys == 0)
        return Burst::None;
    if (!isOver)
        return Burst::Open;
    if (m_keys > 1) {
        end(std::nullopt);
        m_isAfterCode = false;
        return Burst::Done;
    }
    m_keys = 0;
    m_text.clear();
    return Burst::Single;
}

void ScanReader::end(std::optional<Key> by)
{
    m_code = read(by);
    m_text.fill(QChar(0));
    m_text.clear();
    m_keys = 0;
    m_isAfterCode = true;
}

std::optional<ScannedCode> ScanReader::read(std::optional<Key> end) const
{
    for (const ScannerProfile& profile : m_profiles) {
        if (!endsSo(profile, end) || !m_text.startsWith(profile.prefix))
            continue;
        const QString code = m_text.mid(profile.prefix.size()).trimmed();
        if (code.size() >= kShortest && code.size() <= kLongest)
            return ScannedCode{kindOf(profile, code), code};
    }
    return std::nullopt;
}

std::optional<ScannedCode> ScanReader::take()
{
    return std::exchange(m_code, std::nullopt);
}

} // namespace starqueue::client
