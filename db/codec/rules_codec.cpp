#include <db/codec/rules_codec.h>

#include <db/codec/payload_reader.h>
#include <db/codec/payload_writer.h>

#include <sodium.h>

#include <array>

namespace starqueue::db {

std::string encodeRules(const queue::Rules& rules)
{
    return PayloadWriter{&rules, nullptr}.object(rules);
}

tl::expected<queue::Rules, std::string> decodeRules(std::string_view json)
{
    try {
        queue::Rules rules;
        const auto object = nlohmann::json::parse(json);
        PayloadReader{object, nullptr}.read(rules);
        return rules;
    } catch (const std::exception& error) {
        return tl::unexpected{std::string{"these are not rules: "} + error.what()};
    }
}

std::string rulesHash(const queue::Rules& rules)
{
    const std::string text = encodeRules(rules);
    std::array<unsigned char, crypto_generichash_BYTES_MIN> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()),
                       text.size(), nullptr, 0);
    std::string hex(2 * hash.size() + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    hex.pop_back();
    return hex;
}

} // namespace starqueue::db
