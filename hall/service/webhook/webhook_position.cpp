#include <hall/service/webhook/webhook_position.h>

#include <sstream>

namespace starqueue::hall {

std::optional<WebhookPosition> WebhookPositionFile::read() const
{
    const auto content = m_files.read(m_file);
    if (!content)
        return std::nullopt;
    std::istringstream words(*content);
    WebhookPosition position;
    words >> position.life >> position.seq;
    return words ? std::optional{position} : std::nullopt;
}

files::Result<void> WebhookPositionFile::write(const WebhookPosition& position)
{
    return m_files.replace(m_file, position.life + ' ' + std::to_string(position.seq) + '\n',
                           files::Readers::OwnerAlone);
}

} // namespace starqueue::hall
