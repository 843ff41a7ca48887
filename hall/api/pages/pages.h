#pragma once

#include <hall/http/reply.h>

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace starqueue::hall {

/// The static files of the managers' and the phone's pages, read once at start. Read only; any thread.
class Pages
{
public:
    /// Reads every file below `dir`; without it there are no pages.
    explicit Pages(const std::filesystem::path& dir);

    /// Answers with the file, where "" or a trailing "/" means index.html; 404 if there is none.
    void send(const http::Reply& reply, std::string_view path) const;
    /// The file's content; empty: there is none.
    [[nodiscard]] std::string_view text(std::string_view name) const;
    /// Answers with a page that was made for this request, which nobody may keep.
    static void sendMade(const http::Reply& reply, int status, std::string html);
    [[nodiscard]] std::size_t size() const { return m_files.size(); }

private:
    struct File
    {
        std::string type;
        std::shared_ptr<const std::string> content;
    };
    std::map<std::string, File, std::less<>> m_files;
};

} // namespace starqueue::hall
