#include <hall/service/key_copy_watch.h>

#include <db/people/key_copies.h>
#include <formats/json/json_object.h>

#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

namespace starqueue::hall {

namespace {

constexpr const char* kHowToFinish =
    "Pending: backup medium. A copy of the keys still holds those of customers who were erased: attach its "
    "medium and run `starqueue customer finish-erasure`; `starqueue doctor` says which it is.";

/// How many of `erasures` the copy that knows fewest doesn't know.
std::size_t unknownTo(const std::vector<db::KeyCopy>& behind, std::size_t erasures)
{
    if (behind.empty())
        return 0;
    return erasures - std::ranges::min_element(behind, {}, &db::KeyCopy::erasures)->erasures;
}

} // namespace

KeyCopyWatch::KeyCopyWatch(db::CustomerStore& customers, std::filesystem::path dir, files::Files& files)
    : m_customers(customers), m_dir(std::move(dir)), m_files(files)
{}

// What can't be read now stays as it was known.
void KeyCopyWatch::look()
{
    const auto copies = db::keyCopiesOf(m_dir, m_files);
    const auto erasures = m_customers.erasures();
    if (!copies || !erasures)
        return;
    const std::size_t pending = unknownTo(db::copiesBehind(*copies, *erasures), *erasures);
    if (const std::size_t before = m_pending.exchange(pending); pending > 0 && before == 0)
        spdlog::warn("{}", kHowToFinish);
    else if (pending == 0 && before > 0)
        spdlog::info("every copy of the keys knows who was erased");
}

std::string KeyCopyWatch::state() const
{
    const std::size_t pending = m_pending;
    formats::JsonObject out;
    out.add("pending", pending);
    if (pending > 0)
        out.add("detail", kHowToFinish);
    return out.take();
}

} // namespace starqueue::hall
