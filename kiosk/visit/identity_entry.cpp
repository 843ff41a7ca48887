#include <kiosk/visit/identity_entry.h>

namespace starqueue::kiosk {

namespace {

constexpr int kMobileLength = 11;
constexpr int kShortest = 6;
constexpr int kLongest = 15;
constexpr int kShownHead = 3;
constexpr int kShownTail = 4;

} // namespace

QString IdentityEntry::masked() const
{
    QString shown;
    for (qsizetype i = 0; i < m_digits.size(); ++i) {
        if (i == kShownHead || i == kShownHead + kShownTail)
            shown += QLatin1Char(' ');
        const bool hidden =
            i >= kShownHead && i < std::max<qsizetype>(m_digits.size(), kMobileLength) - kShownTail;
        shown += hidden ? QChar(0x2022) : m_digits.at(i);
    }
    return shown;
}

QString IdentityEntry::tail() const
{
    return m_digits.right(kShownTail);
}

bool IdentityEntry::complete() const
{
    if (m_digits.startsWith(QLatin1Char('1')))
        return m_digits.size() == kMobileLength;
    return m_digits.size() >= kShortest;
}

std::optional<client::api::Identity> IdentityEntry::identity() const
{
    using client::api::Identity;
    using client::api::IdentityKind;
    if (!m_confirmed)
        return std::nullopt;
    return scanned() ? Identity{m_code.kind, m_code.text, true} : Identity{IdentityKind::Phone, m_digits};
}

void IdentityEntry::addDigit(int digit)
{
    const int most = m_digits.startsWith(QLatin1Char('1')) ? kMobileLength : kLongest;
    if (digit < 0 || digit > 9 || m_digits.size() >= most)
        return;
    m_code.text.clear();
    m_confirmed = false;
    m_digits += QString::number(digit);
    emit changed();
}

void IdentityEntry::removeDigit()
{
    m_digits.chop(1);
    m_confirmed = false;
    emit changed();
}

void IdentityEntry::clear()
{
    // Overwritten first: the number shouldn't lie about in freed memory longer than it must.
    for (QString* text : {&m_digits, &m_code.text}) {
        text->fill(QLatin1Char('0'));
        text->clear();
    }
    m_confirmed = false;
    emit changed();
}

bool IdentityEntry::confirm()
{
    if (!complete())
        return false;
    m_confirmed = true;
    emit changed();
    return true;
}

void IdentityEntry::take(const client::ScannedCode& code)
{
    clear();
    m_code = code;
    m_confirmed = true;
    emit changed();
}

} // namespace starqueue::kiosk
