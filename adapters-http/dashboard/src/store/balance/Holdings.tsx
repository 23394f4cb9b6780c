import type { Portfolio } from '../api';
import { useAmount } from '../page/useAmount';
import { useFormat, useTexts } from '../text/language';

/** The assets of a portfolio, and what they are worth. */
export function Holdings({ portfolio }: { portfolio: Portfolio }) {
  const { balance: words } = useTexts();
  const format = useFormat();
  const amount = useAmount();
  const { assets, quote } = portfolio;
  if (assets.length === 0) {
    return <p className="empty">{words.empty}</p>;
  }
  return (
    <section className="panel">
      <table className="holdings">
        <thead>
          <tr>
            <th scope="col">{words.asset}</th>
            <th scope="col">{words.available}</th>
            <th scope="col">{words.held}</th>
            <th scope="col">{words.value(quote)}</th>
          </tr>
        </thead>
        <tbody>
          {assets.map(({ asset, available, held, value }) => (
            <tr key={asset}>
              <th scope="row">{asset}</th>
              <td data-label={words.available}>{format.decimal(available)}</td>
              <td data-label={words.held}>{format.decimal(held)}</td>
              <td data-label={words.value(quote)}>
                {value === null ? (
                  <span className="faint">{words.unpriced}</span>
                ) : (
                  format.decimal(value)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className="sums">
        <div className="sum">
          <dt>{words.total(quote)}</dt>
          <dd className="price">{amount(portfolio.total, quote)}</dd>
        </div>
      </dl>
      <p className="faint">{words.asOf(format.time(portfolio.asOf))}</p>
    </section>
  );
}
