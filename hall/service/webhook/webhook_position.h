#pragma once

#include <files/files.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace starqueue::hall {

/// How far the journal has been delivered to another system: up to a line of one life.
struct WebhookPosition
{
    std::string life;
    std::uint64_t seq = 0;

    friend bool operator==(const WebhookPosition&, const WebhookPosition&) = default;
};

/// DIR/webhook.position, replaced durably: "LIFE SEQ".
class WebhookPositionFile
{
public:
    WebhookPositionFile(const std::filesystem::path& dir, files::Files& files)
        : m_file(dir / "webhook.position"), m_files(files)
    {}

    /// Empty: there is none, or it can't be read.
    [[nodiscard]] std::optional<WebhookPosition> read() const;
    [[nodiscard]] files::Result<void> write(const WebhookPosition& position);
    void remove() { (void)m_files.remove(m_file); }

private:
    const std::filesystem::path m_file;
    files::Files& m_files;
};

} // namespace starqueue::hall
