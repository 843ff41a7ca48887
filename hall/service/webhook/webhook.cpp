#include <hall/service/webhook/webhook.h>

#include <db/crypto/hashing.h>
#include <formats/json/json_object.h>
#include <queue/events.h>

#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace starqueue::hall {

namespace {

constexpr auto kLook = std::chrono::seconds(1);
constexpr auto kLongestPause = std::chrono::minutes(5);
constexpr int kMostDoublings = 9;

/// 1, 2, 4 … s, at most five minutes.
sync::Strand::Time pauseAfter(int failures)
{
    const auto doubled = std::chrono::seconds(1LL << std::min(failures - 1, kMostDoublings));
    return std::min<sync::Strand::Time>(doubled, kLongestPause);
}

Delivery deliveryOf(const WebhookDocument& document, const settings::WebhookSettings& to)
{
    return {to.url,
            document.body,
            {"Content-Type: application/json", "X-StarQueue-Event: " + document.id,
             "X-StarQueue-Signature: sha256=" + db::hexOf(db::hmacSha256Of(document.body, to.secret)),
             "Expect:"}};
}

std::optional<std::string> textIf(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional{text};
}

} // namespace

Webhook::Webhook(WebhookSource source, const std::filesystem::path& dir, files::Files& files,
                 std::unique_ptr<Poster> poster, sync::Executor& executor)
    : m_source(std::move(source)), m_file(dir, files), m_poster(std::move(poster)),
      m_strand(executor.strand(sync::Urgency::Background))
{}

void Webhook::set(const settings::WebhookSettings& settings)
{
    const LineOrNot present =
        settings.url.empty() ? LineOrNot{0} : db::lastLineBefore(m_source.journal, Instant::max());
    m_strand->post([this, settings, present] {
        if (settings == m_to && m_turn > 0)
            return;
        m_to = settings;
        m_present = present;
        m_failures = 0;
        if (m_to.url.empty()) {
            m_reader.reset();
            m_waiting.clear();
            m_file.remove();
        }
        {
            const sync::Lock lock{m_mutex};
            m_shown.isOn = !m_to.url.empty();
        }
        step(++m_turn);
    });
}

void Webhook::stop()
{
    m_poster->stop();
    m_strand->close();
}

std::string Webhook::state() const
{
    const sync::Lock lock{m_mutex};
    const char* const word = !m_shown.isOn ? "off" : m_shown.waitingSince.empty() ? "delivered" : "waiting";
    formats::JsonObject out;
    out.add("state", word);
    out.add("lastDelivered", textIf(m_shown.lastDelivered));
    out.add("waitingSince", textIf(m_shown.waitingSince));
    out.add("lastError", textIf(m_shown.lastError));
    return out.take();
}

void Webhook::goOn(std::uint64_t turn, sync::Strand::Time delay)
{
    m_strand->after(delay, [this, turn] { step(turn); });
}

/// One look into the journal, or one delivery.
void Webhook::step(std::uint64_t turn)
{
    if (turn != m_turn || m_to.url.empty())
        return;
    if (m_waiting.empty() && (!isReady() || !readOn()))
        return goOn(turn, kLook);
    if (m_waiting.empty() || deliverFirst())
        return goOn(turn, {});
    goOn(turn, pauseAfter(m_failures));
}

/// Whether it is known from which line on to deliver.
bool Webhook::isReady()
{
    if (m_reader)
        return true;
    const auto start = startLine();
    if (!start) {
        noteTrouble(start.error().detail);
        return false;
    }
    keepPosition(*start); // what happens from here on is owed, also after a crash
    m_reader.emplace(m_source.journal, m_source.hall, m_source.life, *start);
    return true;
}

/// Whether there may be more at once.
bool Webhook::readOn()
{
    const auto goesOn = m_reader->readOn(m_waiting);
    if (!goesOn) {
        noteTrouble(goesOn.error().detail);
        return false;
    }
    return *goesOn || !m_waiting.empty();
}

bool Webhook::deliverFirst()
{
    const WebhookDocument& first = m_waiting.front();
    const auto taken = m_poster->post(deliveryOf(first, m_to));
    if (!taken) {
        ++m_failures;
        noteTrouble(taken.error());
        return false;
    }
    keepPosition(first.seq);
    noteTaken(first);
    m_waiting.pop_front();
    return true;
}

/// Where it had come to; without a note of that, the present: what was before isn't owed.
Webhook::LineOrNot Webhook::startLine()
{
    const auto noted = m_file.read();
    if (!m_present || !noted)
        return m_present;
    const auto shared = noted->life == m_source.life ? m_present : lastSharedLine(*m_present);
    return shared.map([&noted](std::uint64_t line) { return std::min(noted->seq, line); });
}

/// The last line that this life has in common with the one before it: it was restored from a backup.
Webhook::LineOrNot Webhook::lastSharedLine(std::uint64_t last)
{
    constexpr std::uint64_t kPage = 2000;
    for (std::uint64_t end = last; end > 0;) {
        const std::uint64_t begin = end > kPage ? end - kPage : 0;
        const auto lines = m_source.journal.read(begin, end - begin);
        if (!lines)
            return tl::unexpected{lines.error()};
        for (auto line = lines->rbegin(); line != lines->rend(); ++line)
            if (line->name == queue::HallRestored::kName)
                return line->seq - 1;
        end = begin;
    }
    return last;
}

void Webhook::keepPosition(std::uint64_t seq)
{
    const auto kept = m_file.write({m_source.life, seq});
    if (!kept && !std::exchange(m_isStuck, true))
        spdlog::error("webhook: how far it has come can't be kept, some may be sent twice: {}",
                      kept.error().detail);
    if (kept)
        m_isStuck = false;
}

void Webhook::noteTaken(const WebhookDocument& document)
{
    const sync::Lock lock{m_mutex};
    if (!m_shown.waitingSince.empty())
        spdlog::info("webhook: taken again; what had waited since {} is delivered in order",
                     m_shown.waitingSince);
    m_failures = 0;
    m_shown.lastDelivered = document.id;
    m_shown.waitingSince.clear();
    m_shown.lastError.clear();
}

/// In the log once, however often it is tried.
void Webhook::noteTrouble(const std::string& why)
{
    const sync::Lock lock{m_mutex};
    const std::string since = m_waiting.empty() ? std::string("now") : m_waiting.front().at;
    if (m_shown.lastError.empty())
        spdlog::warn(
            "webhook: nothing is delivered: {}. What happens from {} on waits and is sent in order; it "
            "is tried again and again",
            why, since);
    m_shown.lastError = why;
    m_shown.waitingSince = since;
}

} // namespace starqueue::hall
