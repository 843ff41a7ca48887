#include <cli/keys/key_file.h>

#include <db/crypto/hashing.h>
#include <db/crypto/summed_text.h>
#include <files/posix_files.h>

#include <nlohmann/json.hpp>

#include <optional>
#include <string_view>

namespace starqueue::cli {

namespace {

constexpr std::string_view kKeysTitle = "StarQueue keys 1";
constexpr const char* kPersons = "persons.db";
constexpr const char* kLookup = "lookup.key";
constexpr const char* kId = "id";

nlohmann::json binary(const std::string& bytes)
{
    return nlohmann::json::binary({bytes.begin(), bytes.end()});
}

} // namespace

std::string newKeyFileId()
{
    db::Hash128 id{};
    db::fillRandom(id);
    return db::hexOf(id);
}

std::string packed(const KeyFile& keys)
{
    const nlohmann::json json{
        {kPersons, binary(keys.persons)}, {kLookup, binary(keys.lookup)}, {kId, keys.id}};
    const auto body = nlohmann::json::to_msgpack(json);
    return db::withSum(kKeysTitle, {reinterpret_cast<const char*>(body.data()), body.size()});
}

tl::expected<KeyFile, std::string> readKeyFile(const std::filesystem::path& file)
{
    const auto bytes = files::posix().read(file);
    if (!bytes)
        return tl::unexpected(bytes.error().detail);
    const auto body = db::bodyWithSum(kKeysTitle, *bytes);
    const auto json = nlohmann::json::from_msgpack(body.value_or(""), true, false);
    const auto has = [&json](const char* name) { return json.contains(name) && json[name].is_binary(); };
    if (!body || !json.is_object() || !has(kPersons) || !has(kLookup))
        return tl::unexpected(file.string() + " isn't what `starqueue backup --keys` wrote, or is damaged");
    const auto bytesOf = [&json](const char* name) {
        const auto& binary = json[name].get_binary();
        return std::string{binary.begin(), binary.end()};
    };
    KeyFile keys{bytesOf(kPersons), bytesOf(kLookup), {}, json.contains(kId) && json[kId].is_string()};
    keys.id = keys.hasId ? json[kId].get<std::string>() : db::hexOf(db::hashOf(*body)).substr(0, 32);
    return keys;
}

} // namespace starqueue::cli
