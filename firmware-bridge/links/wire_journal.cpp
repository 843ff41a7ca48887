#include <firmware-bridge/links/wire_journal.h>

#include <utility>

namespace starqueue::bridge {

using namespace Qt::StringLiterals;

void WireJournal::sent(const QByteArray& bytes, SteadyTime at)
{
    m_receivedMask.asked();
    if (const QString shown = m_sentMask.shown(bytes); !shown.isEmpty())
        add({at, u'>', shown});
}

void WireJournal::received(const QByteArray& bytes, SteadyTime at)
{
    if (!bytes.isEmpty())
        add({at, u'<', m_receivedMask.shown(bytes)});
}

void WireJournal::opened(SteadyTime at)
{
    m_sentMask.clear();
    noted(u"opened"_s, at);
}

void WireJournal::noted(const QString& what, SteadyTime at)
{
    add({at, u'-', what});
}

QByteArray WireJournal::text(SteadyTime now, const QDateTime& wallNow) const
{
    QByteArray lines;
    for (const Entry& entry : m_entries)
        lines += (wallNow.toUTC().addMSecs((entry.at - now).count()).toString(Qt::ISODateWithMs) + u' ' +
                  QChar(entry.mark) + u' ' + entry.shown + u'\n')
                     .toLatin1();
    for (char& character : lines)
        if (static_cast<unsigned char>(character) > '~')
            character = '?'; // the system's words in another language
    if (lines.size() <= kLongestText)
        return lines;
    const qsizetype from = lines.indexOf('\n', lines.size() - kLongestText - 1) + 1;
    return lines.mid(from);
}

void WireJournal::add(Entry entry)
{
    m_characters += entry.shown.size();
    const SteadyTime oldest = entry.at - m_limits.age;
    m_entries.push_back(std::move(entry));
    while (m_entries.size() > 1 && (m_entries.front().at < oldest || m_characters > m_limits.characters)) {
        m_characters -= m_entries.front().shown.size();
        m_entries.pop_front();
    }
}

} // namespace starqueue::bridge
