#include <house/record/json_text.h>

#include <simdjson.h>

namespace starqueue::house {

using nlohmann::json;
using simdjson::dom::element;
using simdjson::dom::element_type;

namespace {

json treeOf(const element& value);

json treeOf(const simdjson::dom::array& array)
{
    json::array_t items;
    for (const element item : array)
        items.push_back(treeOf(item));
    return items;
}

json treeOf(const simdjson::dom::object& object)
{
    json::object_t fields;
    for (const auto field : object)
        fields.insert_or_assign(std::string{field.key}, treeOf(field.value));
    return fields;
}

json treeOf(const element& value)
{
    switch (value.type()) {
    case element_type::ARRAY:
        return treeOf(simdjson::dom::array{value});
    case element_type::OBJECT:
        return treeOf(simdjson::dom::object{value});
    case element_type::INT64: // nlohmann's number is unsigned where it can be
        return std::int64_t{value} < 0 ? json(std::int64_t{value}) : json(std::uint64_t{value});
    case element_type::UINT64:
        return std::uint64_t{value};
    case element_type::DOUBLE:
        return double{value};
    case element_type::STRING:
        return std::string{std::string_view{value}};
    case element_type::BOOL:
        return bool{value};
    case element_type::NULL_VALUE:
        break;
    }
    return nullptr;
}

} // namespace

json parsedJson(std::string_view text)
{
    static simdjson::dom::parser parser; // a run has one thread
    element root;
    if (parser.parse(text.data(), text.size()).get(root) != simdjson::SUCCESS)
        return json(json::value_t::discarded);
    return treeOf(root);
}

std::string textIn(const json& object, const char* name)
{
    const auto found = object.is_object() ? object.find(name) : object.end();
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

std::int64_t integerIn(const json& object, const char* name)
{
    const auto found = object.is_object() ? object.find(name) : object.end();
    return found != object.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

} // namespace starqueue::house
