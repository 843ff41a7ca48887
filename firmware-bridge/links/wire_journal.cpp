#include <firmware-bridge/links/wire_journal.h>

#include <time/timestamp.h>

#include <iterator>
#include <string_view>
#include <utility>

namespace starqueue::bridge {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kAroundShown = std::string_view("2026-11-29T19:47:33.123Z > \n").size();

} // namespace

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
    const time::WallTime wall{Instant{Millis{wallNow.toMSecsSinceEpoch()}}};
    QByteArray lines;
    for (auto entry = firstToTell(); entry != m_entries.cend(); ++entry) {
        lines += time::timestamp({wall.utc + (entry->at - now)}).c_str();
        lines += ' ';
        lines += static_cast<char>(entry->mark);
        lines += ' ' + entry->shown.toLatin1() + '\n';
    }
    for (char& character : lines)
        if (static_cast<unsigned char>(character) > '~')
            character = '?'; // the system's words in another language
    return lines;
}

/// The oldest of those that fit together.
std::deque<WireJournal::Entry>::const_iterator WireJournal::firstToTell() const
{
    qsizetype left = kLongestText;
    auto first = m_entries.cend();
    while (first != m_entries.cbegin() && (left -= kAroundShown + std::prev(first)->shown.size()) >= 0)
        --first;
    return first;
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
