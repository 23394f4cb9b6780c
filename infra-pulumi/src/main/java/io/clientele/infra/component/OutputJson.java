package io.clientele.infra.component;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.pulumi.core.Output;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes JSON from maps, lists and values, some of which are Pulumi outputs. Keys are sorted, so
 * equal trees give equal texts and a second run finds no change.
 */
public final class OutputJson {
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private OutputJson() {}

  public static Output<String> text(Object tree) {
    return known(tree).applyValue(GSON::toJson);
  }

  private static Output<Object> known(Object tree) {
    if (tree instanceof Output<?> later) {
      return later.apply(OutputJson::known);
    }
    if (tree instanceof Map<?, ?> map) {
      return knownMap(map);
    }
    if (tree instanceof Collection<?> list) {
      return knownAll(list).applyValue(values -> values);
    }
    return Output.of(tree);
  }

  private static Output<Object> knownMap(Map<?, ?> map) {
    var sorted = new TreeMap<String, Object>();
    map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
    var keys = List.copyOf(sorted.keySet());
    return knownAll(sorted.values()).applyValue(values -> zipped(keys, values));
  }

  private static Output<List<Object>> knownAll(Collection<?> trees) {
    var all = new ArrayList<Output<Object>>();
    trees.forEach(tree -> all.add(known(tree)));
    return Output.all(all);
  }

  private static Object zipped(List<String> keys, List<Object> values) {
    var map = new TreeMap<String, Object>();
    for (var i = 0; i < keys.size(); i++) {
      map.put(keys.get(i), values.get(i));
    }
    return map;
  }
}
