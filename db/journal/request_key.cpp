#include <db/journal/request_key.h>

#include <queue/schema/format.h>

#include <algorithm>

namespace starqueue::db {

BodyHash BodyHash::inForm(int form) const
{
    return form >= queue::kSinceShortBodies ? BodyHash{said, std::nullopt} : *this;
}

BodyHash BodyHash::ofBytes(std::string_view bytes)
{
    BodyHash hash;
    if (bytes.size() == hash.said.size())
        std::ranges::copy(bytes, hash.said.begin());
    else
        std::ranges::copy(bytes.substr(0, 16), hash.whole.emplace().begin());
    return hash;
}

std::string_view BodyHash::bytes() const
{
    return whole ? std::string_view{reinterpret_cast<const char*>(whole->data()), whole->size()}
                 : std::string_view{reinterpret_cast<const char*>(said.data()), said.size()};
}

bool BodyHash::isOf(const BodyHash& noted) const
{
    return noted.whole ? whole == noted.whole : said == noted.said;
}

} // namespace starqueue::db
