#include <hall/api/pages/pages.h>

#include <hall/api/request/exchange.h>

#include <array>
#include <fstream>
#include <iterator>
#include <utility>

namespace starqueue::hall {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kTypes{{
    {".html", "text/html; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
}};

std::string typeOf(const std::string& extension)
{
    for (const auto& [known, type] : kTypes)
        if (known == extension)
            return std::string(type);
    return "application/octet-stream";
}

// Content security: load nothing from other origins, allow no framing.
std::vector<http::Field> headers(const char* cacheControl)
{
    return {
        {"Content-Security-Policy",
         "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
         "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"},
        {"Referrer-Policy", "no-referrer"},
        {"Cache-Control", cacheControl},
    };
}

} // namespace

Pages::Pages(const std::filesystem::path& dir)
{
    std::error_code error;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(dir, error)) {
        if (!entry.is_regular_file())
            continue;
        std::ifstream in(entry.path(), std::ios::binary);
        std::string content{std::istreambuf_iterator<char>(in), {}};
        // by its own name: a link leads to another package that has the file, as that of the charts does
        m_files[entry.path().lexically_relative(dir).generic_string()] = {
            typeOf(entry.path().extension().string()),
            std::make_shared<const std::string>(std::move(content))};
    }
}

void Pages::send(const http::Reply& reply, std::string_view path) const
{
    std::string name(path);
    if (name.empty() || name.ends_with('/'))
        name += "index.html";
    const auto found = m_files.find(name);
    if (found == m_files.end())
        return hall::send(reply, Problem{404, "not_found", "There is no such page.", {}});
    reply.send(200, found->second.type, found->second.content, headers("no-cache"));
}

std::string_view Pages::text(std::string_view name) const
{
    const auto found = m_files.find(name);
    return found == m_files.end() ? std::string_view() : std::string_view(*found->second.content);
}

void Pages::sendMade(const http::Reply& reply, int status, std::string html)
{
    reply.send(status, "text/html; charset=utf-8", std::move(html), headers("no-store"));
}

} // namespace starqueue::hall
