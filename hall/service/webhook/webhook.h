#pragma once

#include <hall/service/webhook/poster.h>
#include <hall/service/webhook/webhook_position.h>
#include <hall/service/webhook/webhook_reader.h>
#include <hall/settings/hall_settings.h>

#include <db/journal/journal.h>
#include <sync/executor.h>
#include <sync/mutex.h>

#include <deque>
#include <memory>
#include <optional>
#include <string>

namespace starqueue::hall {

/// Whose documents the webhook sends.
struct WebhookSource
{
    db::Journal& journal;
    std::string hall;
    std::string life;
};

/// Delivers what happens to visits to another system: from the journal, in order, each at least once, again
/// and again with growing pauses until it is taken. How far it has come is on disk. On a strand of its own,
/// it delays nothing else.
class Webhook
{
public:
    /// What `source` and `files` name must outlive the webhook.
    Webhook(WebhookSource source, const std::filesystem::path& dir, files::Files& files,
            std::unique_ptr<Poster> poster, sync::Executor& executor);

    /// Delivers there from now on; without a URL nowhere, and how far it had come is forgotten. Any thread.
    void set(const settings::WebhookSettings& settings);
    /// Ends what is under way; what wasn't taken is sent after the next start.
    void stop();
    /// JSON for /healthz: the state, the last delivered, since when the next waits and why.
    [[nodiscard]] std::string state() const;

private:
    struct Shown
    {
        bool isOn = false;
        std::string lastDelivered;
        std::string waitingSince; ///< when what waits happened; empty: nothing that couldn't be delivered
        std::string lastError;
    };

    using LineOrNot = tl::expected<std::uint64_t, db::StorageError>;

    void step(std::uint64_t turn);
    void goOn(std::uint64_t turn, sync::Strand::Time delay);
    [[nodiscard]] bool isReady();
    [[nodiscard]] bool readOn();
    [[nodiscard]] bool deliverFirst();
    [[nodiscard]] LineOrNot startLine();
    [[nodiscard]] LineOrNot lastSharedLine(std::uint64_t last);
    void keepPosition(std::uint64_t seq);
    void noteTaken(const WebhookDocument& document);
    void noteTrouble(const std::string& why);

    const WebhookSource m_source;
    WebhookPositionFile m_file;
    const std::unique_ptr<Poster> m_poster;
    mutable sync::Mutex m_mutex;
    Shown m_shown GUARDED_BY(m_mutex);
    // On the strand alone:
    settings::WebhookSettings m_to;
    LineOrNot m_present; ///< the journal's last line when m_to was set
    std::optional<WebhookReader> m_reader;
    std::deque<WebhookDocument> m_waiting;
    std::uint64_t m_turn = 0; ///< a step of an earlier turn does nothing
    int m_failures = 0;       ///< in a row
    bool m_isStuck = false;   ///< the journal or the position can't be read or written; it is said once
    const std::unique_ptr<sync::Strand> m_strand;
};

} // namespace starqueue::hall
