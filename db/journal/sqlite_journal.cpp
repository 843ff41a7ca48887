#include <db/journal/sqlite_journal.h>

#include <db/codec/event_codec.h>
#include <db/journal/rows.h>
#include <db/sqlite/wal_check.h>

#include <queue/decide.h>

#include <algorithm>

namespace starqueue::db {

namespace {

constexpr auto kAppend = "INSERT INTO journal (seq, at, name, payload, last_seq, token, request, body, "
                         "chain) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr auto kRequest = "SELECT token, request, body, last_seq FROM journal WHERE seq = ?";
constexpr auto kReplayed = "SELECT seq, at, name, payload, last_seq, token, request, body, chain "
                           "FROM journal WHERE seq >= ? ORDER BY seq";
constexpr auto kLines = "SELECT seq, at, name, payload FROM journal WHERE seq BETWEEN ? AND ? ORDER BY seq";
// As the index of the journal's first migration names them, which serves this query and those of an opening.
static_assert(queue::DayOpened::kName == "day_opened" && queue::RulesSet::kName == "rules_set");
constexpr auto kRulesAt = "SELECT seq FROM journal WHERE name IN ('day_opened', 'rules_set') AND seq < ? "
                          "ORDER BY seq DESC LIMIT 1";

void run(SQLite::Statement& statement)
{
    statement.exec();
    statement.reset();
}

std::string_view textOf(const std::array<std::uint8_t, 16>& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

ChainedLine lineOf(const Recorded& event, const Remembered* begins)
{
    if (begins == nullptr)
        return {event.seq, event.at, event.name, event.payload, 0, {}, {}, {}};
    return {event.seq,
            event.at,
            event.name,
            event.payload,
            begins->lastSeq,
            begins->key.token,
            textOf(begins->key.request),
            begins->key.body.bytes()};
}

std::shared_ptr<const queue::Rules> rulesIn(const queue::Event& event)
{
    if (const auto* const set = std::get_if<queue::RulesSet>(&event))
        return set->rules;
    if (const auto* const opened = std::get_if<queue::DayOpened>(&event))
        return opened->rules;
    return nullptr;
}

} // namespace

SqliteJournal::SqliteJournal(std::unique_ptr<files::FileLock> lock, SQLite::Database writing,
                             SQLite::Database reading, ChainAnchorFile anchor,
                             std::unique_ptr<DiskReserve> reserve)
    : m_lock(std::move(lock)), m_reserve(std::move(reserve)), m_writing(std::move(writing)),
      m_begin(m_writing, "BEGIN IMMEDIATE"), m_append(m_writing, kAppend), m_commit(m_writing, "COMMIT"),
      m_request(m_writing, kRequest), m_replayed(m_writing, kReplayed), m_lines(m_writing, kLines),
      m_rulesAt(m_writing, kRulesAt), m_anchorFile(std::move(anchor)), m_reader(std::move(reading))
{}

SqliteJournal::~SqliteJournal()
{
    sync::assumeCapability(writersThread); // nobody else has the journal any more
    m_reserve->giveBackIfFull();
    if (m_anchored) // else it was refused at its opening, and the anchor says why
        m_anchorFile.writeDurably(anchor());
}

JournalHead SqliteJournal::head() const
{
    return journalHead(m_lastSeq, m_chain);
}

tl::expected<Journal::Replayed, StorageError> SqliteJournal::replay()
{
    try {
        Replayed replayed;
        const std::uint64_t first = std::max<std::uint64_t>(m_days.firstToReplay(lastAt()), 1);
        if (const std::string gap = whyNothingLeadsTo(first); !gap.empty())
            return tl::unexpected{unreadable(first, gap + "; restore the database from a backup")};
        ChainCheck check{first - 1, hashAt(first - 1)};
        const Use use{m_replayed};
        m_replayed.bind(1, wide(first));
        while (m_replayed.executeStep()) {
            if (const std::string fault = check.add(m_replayed); !fault.empty())
                return tl::unexpected{
                    unreadable(check.seq(), fault + "; restore the database from a backup")};
            const auto event =
                decodeEvent(textAt(m_replayed, 2), textAt(m_replayed, 3), replayed.state.rules.get());
            if (!event)
                return tl::unexpected{unreadable(check.seq(), event.error())};
            replayed.lastSeq = check.seq();
            replayed.lastAt = instantAt(m_replayed, 1);
            queue::apply(replayed.state, *event, replayed.lastAt);
        }
        if (check.seq() != m_lastSeq || check.hash().value_or(m_chain) != m_chain)
            return tl::unexpected{unreadable(m_lastSeq,
                                             "the chain of the last day doesn't lead to it; restore the "
                                             "database from a backup")};
        return replayed;
    } catch (const SQLite::Exception& error) {
        return tl::unexpected{storageError(error, m_writing)};
    }
}

Instant SqliteJournal::lastAt()
{
    const Use use{m_replayed};
    m_replayed.bind(1, wide(m_lastSeq));
    return m_replayed.executeStep() ? instantAt(m_replayed, 1) : Instant{};
}

StorageError SqliteJournal::unreadable(std::uint64_t seq, const std::string& why) const
{
    return {StorageFault::Unreadable,
            m_writing.getFilename() + ", journal line " + std::to_string(seq) + ": " + why};
}

tl::expected<void, StorageError> SqliteJournal::commit(const Batch& batch)
{
    try {
        write(batch);
    } catch (const SQLite::Exception& error) {
        return tl::unexpected{giveUp(error)};
    }
    for (const Remembered& request : batch.requests)
        m_requests.add(request.key, request.firstSeq);
    noteDaysOf(batch);
    m_refused.clear();
    return {};
}

void SqliteJournal::noteDaysOf(const Batch& batch)
{
    const std::uint64_t before = m_days.last();
    for (const Recorded& event : batch.events)
        if (event.name == queue::DayOpened::kName)
            m_days.add(event.seq, event.at);
    if (m_days.last() != before)
        m_requests.forgetBefore(m_days.firstRemembered());
}

void SqliteJournal::write(const Batch& batch)
{
    run(m_begin);
    Hash128 chain = m_chain;
    auto request = batch.requests.begin();
    for (const Recorded& event : batch.events) {
        const bool begins = request != batch.requests.end() && request->firstSeq == event.seq;
        append(event, begins ? &*request++ : nullptr, chain);
    }
    if (request != batch.requests.end())
        throw SQLite::Exception("a request in this batch has no event, or is out of order");
    run(m_commit);
    m_chain = chain;
    if (!batch.events.empty())
        m_lastSeq = batch.events.back().seq;
}

void SqliteJournal::append(const Recorded& event, const Remembered* begins, Hash128& chain)
{
    chain = hashAfter(chain, lineOf(event, begins));
    m_append.bind(1, wide(event.seq));
    m_append.bind(2, std::int64_t{event.at.time_since_epoch().count()});
    m_append.bindNoCopy(3, event.name);
    m_append.bindNoCopy(4, event.payload);
    if (begins != nullptr)
        bind(*begins);
    m_append.bindNoCopy(9, chain.data(), static_cast<int>(chain.size()));
    run(m_append);
    if (begins != nullptr)
        m_append.clearBindings();
}

void SqliteJournal::bind(const Remembered& request)
{
    m_append.bind(5, wide(request.lastSeq));
    m_append.bindNoCopy(6, request.key.token);
    m_append.bindNoCopy(7, request.key.request.data(), static_cast<int>(request.key.request.size()));
    const std::string_view body = request.key.body.bytes();
    m_append.bindNoCopy(8, body.data(), static_cast<int>(body.size()));
}

StorageError SqliteJournal::giveUp(const SQLite::Exception& error)
{
    StorageError told = storageError(error, m_writing);
    resetAll();
    if (!rollBack(m_writing) || told.fault != StorageFault::Full)
        told.fault = StorageFault::Unknown;
    if (told.fault == StorageFault::Full)
        m_refused = told.detail;
    else
        leaveLog(m_writing);
    return told;
}

// A failed statement keeps its error, and a lock, until it is reset.
void SqliteJournal::resetAll()
{
    for (SQLite::Statement* statement : {&m_begin, &m_append, &m_commit})
        statement->tryReset();
    m_append.clearBindings();
}

tl::expected<std::optional<Remembered>, StorageError> SqliteJournal::remembered(const RequestKey& key)
{
    const auto firstSeq = m_requests.find(key);
    if (!firstSeq)
        return std::optional<Remembered>{};
    try {
        const Use use{m_request};
        m_request.bind(1, wide(*firstSeq));
        if (!m_request.executeStep() || textAt(m_request, 0) != key.token)
            return std::optional<Remembered>{};
        Remembered found{{key.token, {}, {}}, *firstSeq, seqAt(m_request, 3)};
        blobAt(m_request, 1, found.key.request);
        found.key.body = BodyHash::ofBytes(textAt(m_request, 2));
        return std::optional{std::move(found)};
    } catch (const SQLite::Exception& error) {
        return tl::unexpected{storageError(error, m_writing)};
    }
}

std::uint64_t SqliteJournal::rulesSeqBefore(std::uint64_t seq)
{
    const Use use{m_rulesAt};
    m_rulesAt.bind(1, wide(seq));
    return m_rulesAt.executeStep() ? seqAt(m_rulesAt, 0) : 0;
}

// Events hold indices into the rules of their time; later rules keep those indices.
std::shared_ptr<const queue::Rules> SqliteJournal::rulesBefore(std::uint64_t seq)
{
    const std::uint64_t at = rulesSeqBefore(seq);
    if (at == m_rulesSeq)
        return m_rules;
    const Use use{m_lines};
    m_lines.bind(1, wide(at));
    m_lines.bind(2, wide(at));
    if (!m_lines.executeStep())
        return nullptr;
    if (const auto event = decodeEvent(textAt(m_lines, 2), textAt(m_lines, 3), nullptr)) {
        m_rules = rulesIn(*event);
        m_rulesSeq = at;
    }
    return m_rules;
}

tl::expected<queue::Events, StorageError> SqliteJournal::events(const Remembered& request)
{
    try {
        queue::Events events;
        auto rules = rulesBefore(request.firstSeq);
        const Use use{m_lines};
        m_lines.bind(1, wide(request.firstSeq));
        m_lines.bind(2, wide(request.lastSeq));
        while (m_lines.executeStep()) {
            auto event = decodeEvent(textAt(m_lines, 2), textAt(m_lines, 3), rules.get());
            if (!event)
                return tl::unexpected{unreadable(seqAt(m_lines, 0), event.error())};
            if (auto newer = rulesIn(*event))
                rules = std::move(newer);
            events.push_back(std::move(*event));
        }
        return events;
    } catch (const SQLite::Exception& error) {
        return tl::unexpected{storageError(error, m_writing)};
    }
}

tl::expected<std::vector<Recorded>, StorageError> SqliteJournal::read(std::uint64_t seq, std::size_t limit)
{
    return m_reader.read(seq, limit);
}

tl::expected<std::string, StorageError> SqliteJournal::senderOf(std::uint64_t seq)
{
    return m_reader.senderOf(seq);
}

} // namespace starqueue::db
